import { textScalar } from './text-scalar.js';

const e164 = /^\+[1-9]\d{5,14}$/;

/** Strict on input. Mappers give `toPhoneNumber(raw)`, so that what is no E.164 number is null and never an error. */
export const PhoneNumberScalar = textScalar({
  name: 'PhoneNumber',
  description: 'A phone number in E.164 form, such as +33123456789.',
  accepts: isPhoneNumber,
  expected: {
    en: 'Expected a phone number in international form, such as +33123456789.',
    fr: 'Un numéro de téléphone au format international est attendu, par exemple +33123456789.',
  },
});

export function isPhoneNumber(text: string): boolean {
  return e164.test(text);
}

/** The number as clients see it: null for what the platform gave instead of one (anonymous, a SIP address). */
export function toPhoneNumber(raw: string | null | undefined): string | null {
  return raw !== null && raw !== undefined && isPhoneNumber(raw) ? raw : null;
}
