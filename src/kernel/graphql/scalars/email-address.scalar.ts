import { textScalar } from './text-scalar.js';

const local = String.raw`[\p{L}\p{N}!#$%&'*+/=?^_\x60{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_\x60{|}~-]+)*`;
const label = String.raw`[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const form = new RegExp(String.raw`^${local}@(${label}\.)+${label}$`, 'u');

export const EmailAddressScalar = textScalar({
  name: 'EmailAddress',
  description: 'An e-mail address, such as contact@legourmet.fr.',
  accepts: isEmailAddress,
  expected: {
    en: 'Expected an e-mail address, such as contact@legourmet.fr.',
    fr: 'Une adresse e-mail est attendue, par exemple contact@legourmet.fr.',
  },
});

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && form.test(text);
}
