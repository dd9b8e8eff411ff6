import { absoluteLifetimeMs, idleLifetimeMs, judgeRefresh, refreshExpiry, reuseLeewayMs } from './refresh-rules.js';

const now = new Date('2026-05-01T12:00:00Z');
const fresh = { expiresAt: new Date(now.getTime() + 1), usedAt: null, revokedAt: null };
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe('a presented refresh token', () => {
  it('is renewed while it is unused and alive', () => {
    expect(judgeRefresh(fresh, now)).toBe('renew');
  });

  it('is renewed once more within the leeway of its first use', () => {
    expect(judgeRefresh({ ...fresh, usedAt: ago(reuseLeewayMs) }, now)).toBe('renew');
  });

  it('counts as stolen when it comes back after the leeway, even past its expiry', () => {
    const used = { ...fresh, usedAt: ago(reuseLeewayMs + 1) };
    expect(judgeRefresh(used, now)).toBe('stolen');
    expect(judgeRefresh({ ...used, expiresAt: ago(1) }, now)).toBe('stolen');
  });

  it('is refused when expired or revoked', () => {
    expect(judgeRefresh({ ...fresh, expiresAt: now }, now)).toBe('refuse');
    expect(judgeRefresh({ ...fresh, revokedAt: ago(1) }, now)).toBe('refuse');
  });
});

describe('the life of a session', () => {
  it('goes on with use, but not past its absolute end', () => {
    expect(refreshExpiry(now, now).getTime()).toBe(now.getTime() + idleLifetimeMs);
    const signedInAt = ago(absoluteLifetimeMs - 1000);
    expect(refreshExpiry(signedInAt, now).getTime()).toBe(now.getTime() + 1000);
  });
});
