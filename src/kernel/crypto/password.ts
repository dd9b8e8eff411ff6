import { hash, parseOptions, verify } from '@node-rs/argon2';
import { newToken } from './hashing.js';

/** Argon2id (the library's default) with OWASP's parameters: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of no one's password, so that an unknown user costs as much as a known one. */
let nobody: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost);
}

/**
 * Whether the password belongs to the stored hash. Pass `null` where there is no such user: the answer is no and takes
 * as long, so that nobody can find out by timing who has an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash(newToken(), cost);
  const fallback = await nobody;
  const matches = await verify(stored ?? fallback, normalised(password));
  return stored !== null && matches;
}

/** Whether a hash was made with other parameters than today's; hash the password again at the next sign-in. */
export function needsRehash(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  const sameCost = memoryCost === cost.memoryCost && timeCost === cost.timeCost && parallelism === cost.parallelism;
  return !(sameCost && stored.startsWith('$argon2id$'));
}

/** One password typed on two keyboards can differ in bytes (é as one character or two); NFKC makes them equal. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
