import type { z } from 'zod';
import { AppError, type FieldFault } from './app-error.js';
import type { LocalizedText } from './localized-text.js';

export class InvalidInput extends AppError {
  constructor(reason: string, message: LocalizedText, fields?: readonly FieldFault[]) {
    super('invalid_input', reason, message, { fields });
  }
}

/** The same answer for what does not exist and for what belongs to another workspace. */
export class NotFound extends AppError {
  constructor(reason: string, message: LocalizedText, id?: string) {
    super('not_found', reason, message, id === undefined ? {} : { meta: { id } });
  }
}

export class RateLimited extends AppError {
  constructor(retryAfterMs: number) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
    super(
      'rate_limited',
      'KERNEL.RATE_LIMITED',
      { en: `Too many requests. Try again in ${seconds} s.`, fr: `Trop de requêtes. Réessayez dans ${seconds} s.` },
      { retryAfterMs },
    );
  }
}

/**
 * Parses a client's input with a zod schema. Messages of the schema are English and French joined by ` | `,
 * or plain English where nobody reads them.
 *
 * @throws InvalidInput with one entry in `fields` for each fault.
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown, path = 'input'): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: [path, ...issue.path.map(shortName)].join('.'),
    message: splitMessage(issue.message),
  }));
  throw new InvalidInput(
    'KERNEL.INVALID_INPUT',
    {
      en: `Correct the marked fields and try again: ${fields.map((field) => field.path).join(', ')}.`,
      fr: `Corrigez les champs indiqués puis réessayez : ${fields.map((field) => field.path).join(', ')}.`,
    },
    fields,
  );
}

/** Where names are the client's own, they can be of any length; the message lists them. */
function shortName(name: PropertyKey): string {
  return String(name).slice(0, 80);
}

function splitMessage(message: string): LocalizedText {
  const [en = message, fr = en] = message.split(' | ');
  return { en, fr };
}
