import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { Config } from '../../kernel/config/index.js';
import { constantTimeEqual, hmac } from '../../kernel/crypto/index.js';
import { accountsConfig } from '../accounts.config.js';
import { Clock } from '../clock.js';
import { checkToken, type TokenPayload, type TokenRules } from './token-strategy.js';

/** What an access token says. `type` keeps a cookie from being sent as a bearer token, where no CSRF header is asked for. */
export interface AccessClaims {
  userId: string;
  workspaceId: string;
  /** The family of refresh tokens that it came with: ended, it ends too. */
  sessionId: string;
  access: 'tenant' | 'admin';
  type: 'bearer' | 'cookie';
}

type ReadClaims = AccessClaims & { expiresAt: Date };

const lifetimeSeconds = 15 * 60;
const toleranceSeconds = 10;
const issuer = 'agent-builder';
const audience = 'agent-builder-api';
/** Tokens whose signature is remembered. */
const mostRead = 5_000;

/** Signs and checks the 15 minute tokens (HS256), and the CSRF tokens that belong to sessions in cookies. */
@Injectable()
export class AccessTokens {
  readonly #key: KeyObject;
  readonly #csrfKey: KeyObject;
  readonly #rules: TokenRules;
  /** A signature that holds does so until the token expires: a page that asks ten times has it checked once. */
  readonly #read = new LRUCache<string, ReadClaims>({ max: mostRead });

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    const secret = config.get(accountsConfig).jwtSecret;
    // One KeyObject for all checks: a bare string would be tried as a public key first, which costs 45 times as much.
    this.#key = createSecretKey(Buffer.from(secret.reveal()));
    this.#csrfKey = createSecretKey(hmac('sha256', secret, 'agent-builder csrf'));
    this.#rules = { key: this.#key, issuer, audience, clockTolerance: toleranceSeconds };
  }

  sign(claims: AccessClaims): { accessToken: string; expiresAt: Date } {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const { userId: sub, workspaceId: ws, sessionId: sid, access, type } = claims;
    const payload = { sub, ws, sid, access, type, iat: issuedAt };
    const options: jwt.SignOptions = { algorithm: 'HS256', expiresIn: lifetimeSeconds, issuer, audience };
    return {
      accessToken: jwt.sign(payload, this.#key, options),
      expiresAt: new Date((issuedAt + lifetimeSeconds) * 1000),
    };
  }

  /** @returns null when the token is not ours, was altered, has expired, or is of another type. */
  async read(token: string, type: AccessClaims['type']): Promise<ReadClaims | null> {
    const claims = this.#read.get(token) ?? readClaims(await checkToken(token, this.#rules));
    if (!claims || claims.expiresAt.getTime() + toleranceSeconds * 1000 <= Date.now()) return null;
    this.#read.set(token, claims);
    return claims.type === type ? claims : null;
  }

  /** The value of `X-CSRF-Token` for a session in a cookie; the same as long as the session lives. */
  csrfToken(sessionId: string): string {
    return hmac('sha256', this.#csrfKey, sessionId).toString('base64url');
  }

  matchesCsrfToken(sessionId: string, presented: string | undefined): boolean {
    return presented !== undefined && constantTimeEqual(this.csrfToken(sessionId), presented);
  }
}

function readClaims(payload: TokenPayload | null): ReadClaims | null {
  if (!payload) return null;
  const { sub, ws, sid, access, type, exp } = payload;
  if (!isText(sub) || !isText(ws) || !isText(sid) || typeof exp !== 'number') return null;
  if (access !== 'tenant' && access !== 'admin') return null;
  if (type !== 'bearer' && type !== 'cookie') return null;
  return { userId: sub, workspaceId: ws, sessionId: sid, access, type, expiresAt: new Date(exp * 1000) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
