import { isPhoneNumber } from '../../kernel/graphql/index.js';
import { afterCountry, spokenDigits } from './addresses/spoken-digits.js';
import { foldSpeech } from './words/split-speech.js';

const longestText = 200;
const frenchNational = /^0[1-9]\d{8}$/;
const openings =
  /^(?:(?:alors|oui|euh|yes|mon numero|mon numero de telephone|le numero|my number|my phone number|c est|est|it is|it s|is|le|au|the)(?=\s|\+|$)\s*)+/;

/**
 * Understands a phone number as it is said, in pairs or digit by digit, or written. A number without its country is taken
 * for a French one only where the call is from France.
 *
 * @param callerNumber of the caller, else the one that was called: what tells the country. E.164.
 * @returns E.164, or null where it is not sure.
 *
 * @example
 * readSpokenPhone('zéro six douze trente-quatre cinquante-six soixante-dix-huit', '+33123456789'); // +33612345678
 */
export function readSpokenPhone(text: string, callerNumber: string | null): string | null {
  if (text.length > longestText) return null;
  const folded = foldSpeech(text)
    .replace(/\(0\)/g, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
    .replace(openings, '')
    .replace(/^plus(?=\s|\d)/, '+');
  const isInternational = folded.startsWith('+');
  const words = (isInternational ? folded.slice(1) : folded).split(/\s+/).filter((word) => word !== '');
  const isFrench = callerNumber?.startsWith('+33') === true;
  const digits = isInternational ? afterCountry(words) : spokenDigits(words);
  const heard = digits.flatMap((each) => toNumber(each, { isInternational, isFrench }) ?? []);
  const [number, ...others] = [...new Set(heard)];
  return number !== undefined && others.length === 0 ? number : null;
}

interface Origin {
  isInternational: boolean;
  isFrench: boolean;
}

function toNumber(digits: string, { isInternational, isFrench }: Origin): string | null {
  if (isInternational) return international(digits);
  if (isFrench && frenchNational.test(digits)) return `+33${digits.slice(1)}`;
  return isFrench && digits.startsWith('00') ? international(digits.slice(2)) : null;
}

/** French numbers are known to have nine digits, which settles how pairs were heard. */
function international(digits: string): string | null {
  if (digits.startsWith('33') && !/^33[1-9]\d{8}$/.test(digits)) return null;
  const number = `+${digits}`;
  return isPhoneNumber(number) ? number : null;
}
