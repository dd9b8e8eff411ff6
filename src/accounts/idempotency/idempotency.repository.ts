import { Injectable } from '@nestjs/common';
import { AccountsPool } from '../accounts-pool.js';

/** Whose key it is: two clients may choose the same. */
export interface KeyScope {
  workspaceId: string;
  actorId: string;
  key: string;
}

export interface KeyClaim extends KeyScope {
  id: string;
  requestHash: Buffer;
  now: Date;
  /** Until when the reply is awaited. */
  lockedUntil: Date;
  expiresAt: Date;
}

export interface KeyRow {
  id: string;
  requestHash: Buffer;
  /** Sealed. */
  reply: string | null;
  lockedUntil: Date;
}

const claimKey = {
  name: 'idempotency-claim',
  text: `INSERT INTO idempotency_keys AS k (id, workspace_id, actor_id, key, request_hash, locked_until, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (workspace_id, actor_id, key) DO UPDATE SET id = EXCLUDED.id, request_hash = EXCLUDED.request_hash,
      reply = NULL, locked_until = EXCLUDED.locked_until, expires_at = EXCLUDED.expires_at, created_at = now()
      WHERE k.expires_at <= $8
    RETURNING id`,
};
const findKey = {
  name: 'idempotency-find',
  text: `SELECT id, request_hash AS "requestHash", reply, locked_until AS "lockedUntil" FROM idempotency_keys
    WHERE workspace_id = $1 AND actor_id = $2 AND key = $3`,
};
const keepReply = { name: 'idempotency-keep', text: 'UPDATE idempotency_keys SET reply = $2 WHERE id = $1' };
const releaseKey = {
  name: 'idempotency-release',
  text: 'DELETE FROM idempotency_keys WHERE id = $1 AND reply IS NULL',
};

/** Keys are looked at before and after the work they belong to, outside its transactions; the scope names the workspace. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly pool: AccountsPool) {}

  /** @returns false when somebody has the key already. */
  async claim(claim: KeyClaim): Promise<boolean> {
    const { id, workspaceId, actorId, key, requestHash, lockedUntil, expiresAt, now } = claim;
    const values = [id, workspaceId, actorId, key, requestHash, lockedUntil, expiresAt, now];
    return (await this.pool.query(claimKey, values)).length > 0;
  }

  async find({ workspaceId, actorId, key }: KeyScope): Promise<KeyRow | null> {
    const [row] = await this.pool.query<KeyRow>(findKey, [workspaceId, actorId, key]);
    return row ?? null;
  }

  async keepReply(id: string, sealedReply: string): Promise<void> {
    await this.pool.query(keepReply, [id, sealedReply]);
  }

  async release(id: string): Promise<void> {
    await this.pool.query(releaseKey, [id]);
  }
}
