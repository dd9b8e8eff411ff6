import { z } from 'zod';

/** BCP 47, canonical: `fr-fr` becomes `fr-FR`. */
export const localeTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const canonical = canonicalLocale(tag);
    if (canonical !== null) return canonical;
    context.addIssue({
      code: 'custom',
      message:
        'Give a BCP 47 language tag such as fr-FR. | Indiquez une étiquette de langue BCP 47, par exemple fr-FR.',
    });
    return z.NEVER;
  });

/** An IANA name; fixed offsets are refused since they know no summer time. */
export const timeZoneName = z
  .string()
  .max(64)
  .refine(
    isTimeZone,
    'Give an IANA time zone such as Europe/Paris. | Indiquez un fuseau IANA, par exemple Europe/Paris.',
  );

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217. */
export const currencyCode = z
  .string()
  .refine(
    (code) => currencies.has(code),
    'Give an ISO 4217 currency such as EUR. | Indiquez une devise ISO 4217, par exemple EUR.',
  );

function canonicalLocale(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
