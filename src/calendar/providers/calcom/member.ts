import { z } from 'zod';
import { dataOf, optionalText } from './reply-fields.js';

/** Somebody who works in the organization that the account belongs to. */
export interface CalComMember {
  readonly id: number;
  readonly email: string;
  readonly username: string | null;
  readonly name: string | null;
  readonly timeZone: string | null;
}

const member: z.ZodType<CalComMember> = z.object({
  id: z.number(),
  email: z.string(),
  username: optionalText,
  name: optionalText,
  timeZone: optionalText,
});

export const memberReply = dataOf(member);
export const membersReply = dataOf(z.array(member));
