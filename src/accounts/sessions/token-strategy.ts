import type { KeyObject } from 'node:crypto';
import { Strategy, type StrategyOptionsWithoutRequest, type VerifiedCallback } from 'passport-jwt';

/** The payload of a token whose signature, algorithm, issuer, audience and times hold. */
export type TokenPayload = Readonly<Record<string, unknown>>;

export interface TokenRules {
  key: KeyObject;
  issuer: string;
  audience: string;
  clockTolerance: number;
}

/**
 * passport-jwt's strategy for one token, asked directly: requests, WebSockets and tests present theirs in the same way.
 *
 * @returns null when the token does not hold.
 */
export function checkToken(token: string, rules: TokenRules): Promise<TokenPayload | null> {
  return new Promise((resolve, reject) => {
    const check = new TokenCheck(token, rules);
    check.success = resolve;
    check.fail = () => resolve(null);
    check.error = reject;
    // Passport calls it with the request, of which only `jwtFromRequest` would read anything.
    Reflect.apply(check.authenticate, check, [{}]);
  });
}

class TokenCheck extends Strategy {
  constructor(token: string, { key, issuer, audience, clockTolerance }: TokenRules) {
    const options: StrategyOptionsWithoutRequest = {
      secretOrKey: '',
      jwtFromRequest: () => token,
      algorithms: ['HS256'],
      issuer,
      audience,
    };
    // The typings know keys as text and buffers only, and call the way to a clock tolerance deprecated; the strategy
    // hands both to jsonwebtoken as they are.
    const untyped = { secretOrKey: key, jsonWebTokenOptions: { clockTolerance } };
    super(Object.assign(options, untyped), (payload: TokenPayload, done: VerifiedCallback) => done(null, payload));
  }
}
