import { readSpokenEmail } from '../../speech/spoken-email.js';
import type { Caller } from '../caller.js';
import { foldedWords } from '../folded-words.js';

/** How models name whoever is on the telephone. */
const self = new Set([
  ...['me', 'myself', 'self', 'i', 'caller', 'the caller', 'user', 'current', 'current user', 'currentuser', 'unknown'],
  ...['0', 'n a', 'anonymous', 'customer', 'client'],
  ...['moi', 'moi meme', 'mon', 'l appelant', 'appelant', 'utilisateur'],
]);

/** By what a tool is told whom it is about. */
export interface Meant {
  userId?: string | undefined;
  email?: string | undefined;
}

/**
 * Whether the caller means themselves: by nothing at all, their own id, number, address or name. Nobody else is looked for,
 * so that an answer can tell nothing about them, nor the time that it takes.
 *
 * @param called what the caller says to be called, besides what is known.
 */
export function meansSelf({ userId, email }: Meant, caller: Caller, called?: string): boolean {
  return (
    (email === undefined || isOwnEmail(email, caller)) && (userId === undefined || isOwnId(userId, caller, called))
  );
}

function isOwnId(userId: string, caller: Caller, called: string | undefined): boolean {
  const { contactId, name } = caller;
  if (contactId === null) return false;
  if ([contactId, `contact_${contactId}`].includes(userId.toLowerCase())) return true;
  if (self.has(foldedWords(userId)) || isOwnNumber(userId, caller) || isOwnEmail(userId, caller)) return true;
  return [name, called].some((known) => isPartOf(userId, known));
}

function isOwnEmail(said: string, { emails }: Caller): boolean {
  const read = readSpokenEmail(said);
  return read.kind === 'email' && emails.includes(read.value.toLowerCase());
}

/** As it is shown, or as it is dialled at home. */
function isOwnNumber(said: string, { number }: Caller): boolean {
  const digits = said.replace(/[\s().-]/g, '');
  if (number === null || !/^(?:\+|00?)?\d{8,}$/.test(digits)) return false;
  return digits.startsWith('+') ? digits === number : number.endsWith(digits.replace(/^0+/, ''));
}

/** `Dupont` for `Jean Dupont`. */
function isPartOf(said: string, name: string | null | undefined): boolean {
  const [words, own] = [foldedWords(said).split(' '), new Set(foldedWords(name ?? '').split(' '))];
  return words.every((word) => word !== '' && own.has(word));
}
