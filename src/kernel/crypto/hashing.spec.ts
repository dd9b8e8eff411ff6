import fc from 'fast-check';
import { Secret } from '../config/index.js';
import { constantTimeEqual, hashToken, hmac, newToken, sha256 } from './hashing.js';

describe('sha256', () => {
  it('gives the published digest', () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256('abc').toString('hex')).toBe(digest);
    expect(sha256(Buffer.from('abc')).toString('hex')).toBe(digest);
  });
});

describe('tokens', () => {
  it('are long, fit for a URL and never repeat', () => {
    const tokens = new Set(Array.from({ length: 1000 }, () => newToken()));
    expect(tokens.size).toBe(1000);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('carry their prefix', () => {
    expect(newToken('ab_', 16)).toMatch(/^ab_[\w-]{22}$/);
  });

  it('are stored as a hash of 32 bytes', () => {
    expect(hashToken('ab_x')).toHaveLength(32);
    expect(hashToken('ab_x').equals(hashToken('ab_y'))).toBe(false);
  });
});

describe('constantTimeEqual', () => {
  it('agrees with equality for texts of any length', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => constantTimeEqual(a, b) === (a === b)));
    fc.assert(fc.property(fc.string(), (a) => constantTimeEqual(a, a)));
  });

  it('compares a text with bytes', () => {
    expect(constantTimeEqual('é', Buffer.from('é'))).toBe(true);
    expect(constantTimeEqual('', Buffer.from([0]))).toBe(false);
  });
});

describe('hmac', () => {
  // Test case 2 of https://datatracker.ietf.org/doc/html/rfc4231 and of RFC 2202.
  const data = 'what do ya want for nothing?';

  it.each([
    ['sha1', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
    ['sha256', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ] as const)('gives the published %s code', (algorithm, code) => {
    expect(hmac(algorithm, 'Jefe', data).toString('hex')).toBe(code);
    expect(hmac(algorithm, new Secret('Jefe'), Buffer.from(data)).toString('hex')).toBe(code);
  });

  it('reads chunks as one text', () => {
    expect(hmac('sha512', 'k', '1700000000', '.', '{}').equals(hmac('sha512', 'k', '1700000000.{}'))).toBe(true);
  });
});
