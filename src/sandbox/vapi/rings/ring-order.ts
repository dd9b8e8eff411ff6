import { z } from 'zod';

export const ringsPath = '/stand-in/rings';

/** What another process asks for. */
export const ringOrder = z.object({
  number: z.string(),
  from: z.string().optional(),
  /** A key of the list. */
  scenario: z.string().optional(),
  /** What the number is to lead to; whichever it does where it is left out. */
  route: z.enum(['vapi', 'twilio']).optional(),
  speed: z.union([z.literal('fast'), z.number().positive()]),
  locale: z.enum(['en', 'fr']),
});
export type RingOrder = z.infer<typeof ringOrder>;

export const ringBegun = z.object({ id: z.string() });

/** What has happened since it was asked the last time. */
export const ringProgress = z.object({
  lines: z.array(z.string()),
  isOver: z.boolean(),
  /** Why it could not be played. */
  failure: z.string().optional(),
});
export type RingProgress = z.infer<typeof ringProgress>;
