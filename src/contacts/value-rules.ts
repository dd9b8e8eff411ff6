import { z } from 'zod';
import { isEmailAddress, isPhoneNumber } from '../kernel/graphql/index.js';

const phoneExpected =
  'Give the number in international form, such as +33123456789. | Indiquez le numéro au format international, par exemple +33123456789.';
const emailExpected =
  'Give an e-mail address, such as contact@legourmet.fr. | Indiquez une adresse e-mail, par exemple contact@legourmet.fr.';
const zoneExpected =
  'Give an IANA time zone such as Europe/Paris. | Indiquez un fuseau IANA, par exemple Europe/Paris.';
const textExpected = 'Give a text. | Indiquez un texte.';

/** E.164, strictly: what people type is for the form to normalise. */
export const phoneNumber = z.string(phoneExpected).refine(isPhoneNumber, phoneExpected);

/** Addresses are compared without case. */
export const emailAddress = z.string(emailExpected).trim().toLowerCase().refine(isEmailAddress, emailExpected);

/** An IANA name; fixed offsets are refused since they know no summer time. */
export const timeZoneName = z.string(zoneExpected).max(64, zoneExpected).refine(isTimeZone, zoneExpected);

/** A name that a person typed: one line, no control characters, no half of a surrogate pair. */
export const displayName = z
  .string(textExpected)
  .trim()
  .min(1, 'Give a name. | Indiquez un nom.')
  .max(120, 'Use 120 characters or fewer. | Utilisez au plus 120 caractères.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use one line of plain text. | Utilisez une seule ligne de texte.');

/** Text of several lines, without the control characters and broken pairs that PostgreSQL cannot store and no voice can read. */
export function plainText(atMost: number) {
  return z
    .string(textExpected)
    .trim()
    .max(atMost, `Use ${atMost} characters or fewer. | Utilisez au plus ${atMost} caractères.`)
    .regex(/^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u, 'Use plain text. | Utilisez du texte simple.');
}

/** An object of these fields and no others; what is too much is named. */
export function onlyFields<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return 'Give an object. | Indiquez un objet.';
      const names = issue.keys.map((key) => key.replaceAll('|', '')).join(', ');
      return `Unknown field: ${names}. | Champ inconnu : ${names}.`;
    },
  });
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
