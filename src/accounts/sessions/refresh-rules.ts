import type { SessionRow } from './session.repository.js';

const day = 24 * 60 * 60 * 1000;

/** A refresh token not used for this long is worth nothing any more. */
export const idleLifetimeMs = 30 * day;

/** After this long everyone signs in again, however active. */
export const absoluteLifetimeMs = 90 * day;

/**
 * For how long a used token may be used again: two tabs refresh at once, or the first answer got lost. Each use gives a
 * token of its own in the same family.
 */
export const reuseLeewayMs = 10_000;

export type RefreshVerdict = 'renew' | 'refuse' | 'stolen';

/** What to do with a refresh token that is presented: a used one that comes back later is in two hands. */
export function judgeRefresh(
  session: Pick<SessionRow, 'expiresAt' | 'usedAt' | 'revokedAt'>,
  now: Date,
): RefreshVerdict {
  if (session.revokedAt !== null) return 'refuse';
  if (session.usedAt !== null && now.getTime() - session.usedAt.getTime() > reuseLeewayMs) return 'stolen';
  return session.expiresAt <= now ? 'refuse' : 'renew';
}

export function refreshExpiry(signedInAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleLifetimeMs, signedInAt.getTime() + absoluteLifetimeMs));
}
