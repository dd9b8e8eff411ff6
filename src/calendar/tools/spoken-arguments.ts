import { z } from 'zod';

/** What models say for nothing. */
const nothing = new Set(['', 'null', 'undefined', 'none', '[object Object]']);

/** A text, whatever a model gives for one; longer ones are cut, since nobody speaks so long. */
export function spokenText(atMost: number) {
  return z.coerce
    .string()
    .optional()
    .catch(undefined)
    .transform((said) => {
      const text = said?.trim().slice(0, atMost);
      return text === undefined || nothing.has(text) ? undefined : text;
    });
}

/** Which kind of appointment: the same for every tool. */
export const spokenEventType = spokenText(100).describe(
  'Which kind of appointment: its id, or its name. Leave out when there is only one kind.',
);
