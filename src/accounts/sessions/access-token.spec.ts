import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { Config } from '../../kernel/config/index.js';
import { Clock } from '../clock.js';
import { AccessTokens, type AccessClaims } from './access-token.js';

const secret = 'a secret of tests that is long enough';
const env = { ENCRYPTION_KEYS: `test:${Buffer.alloc(32).toString('base64')}` };
const claims: AccessClaims = { userId: 'u', workspaceId: 'w', sessionId: 's', access: 'tenant', type: 'bearer' };

/** Tokens of a server with this secret whose clock is ahead by so many seconds. */
function tokensOf({ key = secret, ahead = 0 } = {}): AccessTokens {
  const clock = new Clock();
  clock.now = () => new Date(Date.now() + ahead * 1000);
  return new AccessTokens(Config.read({ ...env, JWT_SECRET: key }), clock);
}

function forged(payload: object, options: jwt.SignOptions, key = secret): string {
  return jwt.sign(payload, createSecretKey(Buffer.from(key)), options);
}

/** Runs something so many seconds after a moment. */
async function at<T>(moment: Date, seconds: number, work: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => moment.getTime() + seconds * 1000;
  try {
    return await work();
  } finally {
    Date.now = now;
  }
}

const payload = { sub: 'u', ws: 'w', sid: 's', access: 'admin', type: 'bearer' };
const valid: jwt.SignOptions = {
  algorithm: 'HS256',
  expiresIn: 60,
  issuer: 'agent-builder',
  audience: 'agent-builder-api',
};

describe('an access token', () => {
  it('is read back as it was signed, for 15 minutes', async () => {
    const { accessToken, expiresAt } = tokensOf().sign(claims);
    expect(await tokensOf().read(accessToken, 'bearer')).toEqual({ ...claims, expiresAt });
    expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(15);
  });

  it('is refused when expired, with 10 seconds of tolerance between clocks', async () => {
    const { accessToken: late } = tokensOf({ ahead: -15 * 60 - 12 }).sign(claims);
    const { accessToken: justLate } = tokensOf({ ahead: -15 * 60 - 2 }).sign(claims);
    expect(await tokensOf().read(late, 'bearer')).toBeNull();
    expect(await tokensOf().read(justLate, 'bearer')).not.toBeNull();
  });

  it('is refused once it has expired, though it was read before', async () => {
    const tokens = tokensOf();
    const { accessToken, expiresAt } = tokens.sign(claims);
    expect(await tokens.read(accessToken, 'bearer')).not.toBeNull();
    expect(await at(expiresAt, 9, () => tokens.read(accessToken, 'bearer'))).not.toBeNull();
    expect(await at(expiresAt, 10, () => tokens.read(accessToken, 'bearer'))).toBeNull();
  });

  it('is refused as another type, whatever it was read as before', async () => {
    const tokens = tokensOf();
    const { accessToken } = tokens.sign(claims);
    for (const [type, expected] of [
      ['cookie', null],
      ['bearer', expect.objectContaining(claims)],
      ['cookie', null],
    ] as const) {
      expect(await tokens.read(accessToken, type)).toEqual(expected);
    }
  });

  it('is refused when forged', async () => {
    expect(await tokensOf().read(forged(payload, valid), 'bearer')).not.toBeNull();
    const { accessToken } = tokensOf().sign(claims);
    const [head = '', body = '', signature = ''] = accessToken.split('.');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    for (const token of [
      forged(payload, { ...valid, algorithm: 'HS512' }),
      forged(payload, { ...valid, issuer: 'someone' }),
      forged(payload, { ...valid, audience: 'something' }),
      forged(payload, valid, 'another secret that is long enough too'),
      forged({ ...payload, access: 'all' }, valid),
      forged({ ...payload, sid: 1 }, valid),
      `${unsigned}.${body}.`,
      `${unsigned}.${body}.${signature}`,
      `${head}.${Buffer.from(JSON.stringify({ ...payload, exp: 9_999_999_999 })).toString('base64url')}.${signature}`,
      `${head}.${body}`,
      'x',
      '',
    ]) {
      expect(await tokensOf().read(token, 'bearer')).toBeNull();
    }
  });

  it('has a CSRF token of its own session', () => {
    const tokens = tokensOf();
    expect(tokens.matchesCsrfToken('s', tokens.csrfToken('s'))).toBe(true);
    expect(tokens.matchesCsrfToken('other', tokens.csrfToken('s'))).toBe(false);
    expect(tokens.matchesCsrfToken('s', undefined)).toBe(false);
    expect(
      tokensOf({ key: 'another secret that is long enough too' }).matchesCsrfToken('s', tokens.csrfToken('s')),
    ).toBe(false);
  });
});

describe('the key that signs', () => {
  it('has 32 bytes at least, and is never printed', () => {
    expect(() => Config.read({ ...env, JWT_SECRET: 'too short' })).toThrow(/JWT_SECRET is not valid/);
    expect(() => Config.read({ ...env, JWT_SECRET: 'too short' })).not.toThrow(/too short/);
  });
});
