import type { z } from 'zod';
import { readSpokenEmail } from '../../speech/spoken-email.js';
import { spokenText } from '../spoken-arguments.js';
import { readTimeZone } from './spoken-zone.js';

/** What a model is asked for, for a caller's own data. */
export const profileArguments = {
  name: spokenText(120).describe('First and last name, as the caller says it.'),
  email: spokenText(200).describe('E-mail address, as it is spoken: "dupont arobase gmail point com".'),
  timeZone: spokenText(100).describe('Time zone or city, only if the caller says it: "Montréal", "Europe/Paris".'),
};

/** What a caller said of themselves, as far as it was understood. */
export interface SaidProfile {
  name?: string;
  email?: string;
  /** IANA. */
  timeZone?: string;
  /** What has to be asked again. */
  unclear: readonly ('email' | 'timeZone')[];
}

export function readProfile(said: z.output<z.ZodObject<typeof profileArguments>>): SaidProfile {
  const name = tidyName(said.name);
  const email = readEmail(said.email);
  const timeZone = said.timeZone === undefined ? undefined : readTimeZone(said.timeZone);
  const unclear: SaidProfile['unclear'][number][] = [];
  if (email === null) unclear.push('email');
  if (timeZone === null) unclear.push('timeZone');
  return { ...(name !== undefined && { name }), ...(email && { email }), ...(timeZone && { timeZone }), unclear };
}

/** How callers say that they have none, or give none. */
const declined = /(?:^|[^\p{L}])(?:no|non|none|aucune?|pas|sans|rien|without|nothing)(?:[^\p{L}]|$)/iu;

/** Null for what has to be asked again. */
function readEmail(said: string | undefined): string | null | undefined {
  if (said === undefined) return undefined;
  const read = readSpokenEmail(said);
  if (read.kind === 'email') return read.value;
  return read.kind === 'none' && declined.test(said) ? undefined : null;
}

export function isEmpty({ name, email, timeZone, unclear }: SaidProfile): boolean {
  return name === undefined && email === undefined && timeZone === undefined && unclear.length === 0;
}

/** A name has letters, and nothing that a database or a voice stumbles over. */
function tidyName(said: string | undefined): string | undefined {
  const name = said?.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return name !== undefined && /\p{L}/u.test(name) && !name.includes('@') ? name : undefined;
}
