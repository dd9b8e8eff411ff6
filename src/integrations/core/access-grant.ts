import type { z } from 'zod';
import type { Secret } from '../../kernel/config/index.js';
import type { HttpHeaders, HttpQuery, ReplyReader } from '../../kernel/http/index.js';
import type { CredentialValues } from './credential-values.js';

/** A vendor's leave to act for an account: an access token, and what is needed to renew it. */
export interface AccessGrant {
  accessToken: Secret;
  refreshToken?: Secret | undefined;
  /** Absent where the vendor tells no end. */
  expiresAt?: Date | undefined;
  /** What else the vendor tells with a token and later requests need, such as the address of its instance. No secrets. */
  facts?: Readonly<Record<string, string>> | undefined;
}

/** One request to a vendor's token service. */
export interface TokenRequest<T> {
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: HttpHeaders;
  query?: HttpQuery;
  form?: Readonly<Record<string, string | Secret | undefined>>;
  json?: unknown;
  reply: z.ZodType<T> | ReplyReader<T>;
}

/** The way to a vendor's token service: bounded, never repeated blindly, to declared hosts only. */
export interface TokenService {
  ask<T>(request: TokenRequest<T>): Promise<T>;
  now(): Date;
}

/** Where a browser is sent to let us in, and what comes back with it. */
export interface AuthorizationStart {
  clientId: string;
  redirectUri: string;
  state: string;
  /** RFC 7636: https://www.rfc-editor.org/rfc/rfc7636 */
  codeChallenge: string;
}

export interface Redemption {
  /** What was entered, for vendors whose token service stands at an address of the account's own. */
  values: CredentialValues;
  code: string;
  codeVerifier: string;
  redirectUri: string;
}

/** The application that a user registered with the vendor, or that the deployment has there. */
export interface ClientApplication {
  clientId: string;
  clientSecret: Secret;
}

/** How access tokens come to be. Each part is there where the vendor has it. */
export interface GrantSource {
  /** A browser is sent here; what it brings back is redeemed. */
  authorization?: {
    url(values: CredentialValues, start: AuthorizationStart): URL;
    redeem(service: TokenService, application: ClientApplication, redemption: Redemption): Promise<AccessGrant>;
  };
  /** Without any person: client credentials, a signed assertion, or a token that was pasted. */
  obtain?(service: TokenService, values: CredentialValues): Promise<AccessGrant>;
  /** A newer token for an older one; null where this grant cannot be renewed. */
  renew?(service: TokenService, renewal: Renewal): Promise<AccessGrant | null>;
  /** Tells the vendor that the grant is over. */
  revoke?(service: TokenService, renewal: Renewal): Promise<void>;
  /** How long before its end a token is renewed; default one minute. For tokens of months: days. */
  renewBeforeMs?: number;
}

export interface Renewal {
  values: CredentialValues;
  grant: AccessGrant;
  /** Absent where neither the user nor the deployment has one. */
  application: ClientApplication | undefined;
}
