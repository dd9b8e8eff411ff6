import { addressGroup, type AttemptLimit } from './attempt-limits.js';

const minute = 60_000;

/** One account, from wherever: slows guessing of its password. */
export function signInToAccount(email: string): AttemptLimit {
  return { name: 'sign-in:account', of: email, max: 10, windowMs: 15 * minute };
}

/** One address, whichever account: slows trying of stolen passwords, and each attempt costs this server an argon2. */
export function signInFrom(address: string): AttemptLimit {
  return { name: 'sign-in:address', of: addressGroup(address), max: 300, windowMs: 15 * minute };
}

export function signUpFrom(address: string): AttemptLimit {
  return { name: 'sign-up:address', of: addressGroup(address), max: 100, windowMs: 60 * minute };
}

export function resetOfAccount(email: string): AttemptLimit {
  return { name: 'reset:account', of: email, max: 5, windowMs: 60 * minute };
}

export function resetFrom(address: string): AttemptLimit {
  return { name: 'reset:address', of: addressGroup(address), max: 30, windowMs: 60 * minute };
}

export function invitationsOf(workspaceId: string): AttemptLimit {
  return { name: 'invitation:workspace', of: workspaceId, max: 50, windowMs: 60 * minute };
}
