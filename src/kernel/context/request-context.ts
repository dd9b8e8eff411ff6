import type { Locale } from '../errors/index.js';

/** Who acts: a signed-in user, an API key, or this server itself. */
export interface Actor {
  /** User id, API key id, or the name of the part of this server that acts. */
  id: string;
  kind: 'user' | 'api_key' | 'system' | 'anonymous';
  /** `ADMIN` is the platform's operator; the others are roles in the workspace. */
  role: 'ADMIN' | 'OWNER' | 'MEMBER' | 'VIEWER' | 'SYSTEM' | 'NONE';
  permissions: readonly string[];
  /** The user behind the actor, where there is one (an API key has none). */
  userId?: string | undefined;
  /** The sign-in behind the actor, where there is one: whether its tokens are in the client's hands or in a cookie. */
  session?: { id: string; kind: 'bearer' | 'cookie' } | undefined;
}

/**
 * How far a unit of work may see, as a database role:
 * - `tenant`: one workspace;
 * - `intake`: what precedes knowing the tenant: webhook intake, relay, schedulers;
 * - `accounts`: sign-in, sessions, memberships, keys (docs/adr/0002);
 * - `admin`: reads across workspaces, writes nothing;
 * - `vault`: moves sealed values from key to key, and sees nothing else.
 */
export type Access = 'tenant' | 'intake' | 'accounts' | 'admin' | 'vault';

/** W3C trace context of the request or job: https://www.w3.org/TR/trace-context/ */
export interface Trace {
  traceId: string;
  spanId: string;
}

/** An open transaction; only kernel/database looks inside. */
export interface Transaction {
  readonly id: symbol;
}

/**
 * What every service method takes first: plain data about who asks, for which workspace, in which language.
 * It never holds the HTTP request.
 */
export interface RequestContext {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly trace: Trace;
  readonly access: Access;
  readonly tx?: Transaction | undefined;
}
