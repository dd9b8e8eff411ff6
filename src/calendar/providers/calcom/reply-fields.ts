import { z } from 'zod';

const zoned = /(Z|[+-]\d{2}:\d{2})$/;

/** A moment, with any offset and with or without milliseconds; one without a zone is UTC, as everything at Cal.com. */
export const moment = z.iso
  .datetime({ offset: true, local: true })
  .transform((text) => new Date(zoned.test(text) ? text : `${text}Z`));

/*
 * The rest of a reply is read leniently: a member of another type than described is taken for absent, so that one odd value
 * does not make a booking unreadable that has just been made.
 */

export const optionalMoment = moment.nullish().catch(null).transform(orNull);
/** Cal.com tells an absent text as null, as nothing or as an empty one. */
export const optionalText = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => text || null);
export const optionalNumber = z.number().nullish().catch(null).transform(orNull);
export const flag = z.boolean().nullish().catch(null).transform(Boolean);
export const record = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(null)
  .transform((members) => members ?? {});
export const texts = z
  .array(z.string())
  .nullish()
  .catch(null)
  .transform((list) => list ?? []);

/** What a reply holds, inside its envelope. */
export function dataOf<T>(schema: z.ZodType<T>) {
  return z
    .object({ data: z.unknown() })
    .transform(({ data }) => data)
    .pipe(schema);
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
