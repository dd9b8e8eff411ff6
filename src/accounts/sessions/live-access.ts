import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { WorkspaceRole } from '../../kernel/auth/index.js';
import { AccountsPool } from '../accounts-pool.js';
import { Clock } from '../clock.js';
import type { UserRole } from '../users/user.entity.js';
import type { AccessClaims } from './access-token.js';

/** What the database says today about the bearer of a token. */
export interface UserAccess {
  userRole: UserRole;
  locale: string;
  /** Null for someone who is no member of the workspace. */
  memberRole: WorkspaceRole | null;
  /** False once the session was ended or revoked. */
  open: boolean;
}

export interface KeyAccess {
  id: string;
  workspaceId: string;
  permissions: string[];
  expiresAt: Date | null;
}

/** How long an answer of the database counts: a removed member is out after this time at the latest. */
const freshMs = 5_000;
const cacheOptions = { max: 10_000, ttl: freshMs, ttlResolution: 0 };

const userAccess = {
  name: 'accounts-user-access',
  text: `SELECT u.role AS "userRole", u.locale, m.role AS "memberRole",
      EXISTS (SELECT FROM sessions s WHERE s.family_id = $3 AND s.user_id = $1 AND s.revoked_at IS NULL) AS open
    FROM users u LEFT JOIN memberships m ON m.user_id = u.id AND m.workspace_id = $2 AND m.deleted_at IS NULL
    WHERE u.id = $1`,
};

/** Finds a key and notes its use, at most once a minute, in one statement. */
const keyAccess = {
  name: 'accounts-key-access',
  text: `WITH found AS (
      SELECT id, workspace_id, permissions, expires_at, last_used_at FROM api_keys
      WHERE secret_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
    ), noted AS (
      UPDATE api_keys SET last_used_at = $2
      WHERE id IN (SELECT id FROM found WHERE last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')
    )
    SELECT id, workspace_id AS "workspaceId", permissions, expires_at AS "expiresAt" FROM found`,
};

/**
 * Roles, memberships and keys as they are now, not as they were when a token was made. Read by one prepared statement
 * outside any workspace, since this is what decides the workspace; simultaneous requests share one look-up.
 */
@Injectable()
export class LiveAccess {
  readonly #users: LRUCache<string, UserAccess, AccessClaims>;
  readonly #keys: LRUCache<string, KeyAccess, Buffer>;

  constructor(
    private readonly pool: AccountsPool,
    private readonly clock: Clock,
  ) {
    const perf = { now: () => this.clock.now().getTime() };
    this.#users = new LRUCache({
      ...cacheOptions,
      perf,
      fetchMethod: (_key, _stale, { context }) => this.readUser(context),
    });
    this.#keys = new LRUCache({
      ...cacheOptions,
      perf,
      fetchMethod: (_key, _stale, { context }) => this.readKey(context),
    });
  }

  /** @returns undefined for a user who does not exist. */
  ofUser(claims: AccessClaims): Promise<UserAccess | undefined> {
    const { userId, workspaceId, sessionId } = claims;
    return this.#users.fetch(`${userId}|${workspaceId}|${sessionId}`, { context: claims });
  }

  /** @returns undefined for a key that does not exist, was revoked or has expired. */
  ofKey(secretHash: Buffer): Promise<KeyAccess | undefined> {
    return this.#keys.fetch(secretHash.toString('base64'), { context: secretHash });
  }

  /** Asks the database again about this user from now on. */
  forget(userId: string): void {
    for (const key of this.#users.keys()) if (key.startsWith(`${userId}|`)) this.#users.delete(key);
  }

  forgetKey(id: string): void {
    for (const [key, access] of this.#keys.entries()) if (access.id === id) this.#keys.delete(key);
  }

  private async readUser({ userId, workspaceId, sessionId }: AccessClaims): Promise<UserAccess | undefined> {
    const [row] = await this.pool.query<UserAccess>(userAccess, [userId, workspaceId, sessionId]);
    return row;
  }

  private async readKey(secretHash: Buffer): Promise<KeyAccess | undefined> {
    const [row] = await this.pool.query<KeyAccess>(keyAccess, [secretHash, this.clock.now()]);
    return row;
  }
}
