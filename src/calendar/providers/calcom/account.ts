import { z } from 'zod';
import { dataOf, flag, optionalNumber, optionalText } from './reply-fields.js';

/** Whose account it is. */
export interface CalComAccount {
  readonly id: number;
  readonly username: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly timeZone: string | null;
  readonly defaultScheduleId: number | null;
  readonly organizationId: number | null;
}

/** Opening hours; all times are those of its zone. */
export interface CalComSchedule {
  readonly id: number;
  readonly name: string | null;
  readonly timeZone: string;
  readonly isDefault: boolean;
  readonly hours: readonly { readonly days: readonly string[]; readonly startTime: string; readonly endTime: string }[];
  /** Days that differ; a start and an end alike close the day. */
  readonly overrides: readonly { readonly date: string; readonly startTime: string; readonly endTime: string }[];
}

export const accountReply = dataOf(
  z
    .object({
      id: z.number(),
      username: optionalText,
      email: optionalText,
      name: optionalText,
      timeZone: optionalText,
      defaultScheduleId: optionalNumber,
      organizationId: optionalNumber,
      organization: z.object({ id: optionalNumber }).nullish().catch(null),
    })
    .transform(({ organization, organizationId, ...account }): CalComAccount => ({
      ...account,
      organizationId: organizationId ?? organization?.id ?? null,
    })),
);

const schedule = z
  .object({
    id: z.number(),
    name: optionalText,
    timeZone: z.string(),
    isDefault: flag,
    availability: z.array(z.object({ days: z.array(z.string()), startTime: z.string(), endTime: z.string() })),
    overrides: z.array(z.object({ date: z.string(), startTime: z.string(), endTime: z.string() })).nullish(),
  })
  .transform(({ availability: hours, overrides, ...rest }): CalComSchedule => ({
    ...rest,
    hours,
    overrides: overrides ?? [],
  }));

export const schedulesReply = dataOf(z.array(schedule));
