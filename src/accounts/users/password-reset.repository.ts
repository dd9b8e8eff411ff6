import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

export interface NewPasswordReset {
  id: string;
  userId: string;
  tokenHash: Buffer;
  expiresAt: Date;
}

/** Password resets belong to a user, not to a workspace: access `accounts` only. */
@Injectable()
export class PasswordResetRepository {
  async insert(ctx: RequestContext, reset: NewPasswordReset): Promise<void> {
    await sql(ctx, 'INSERT INTO password_resets (id, user_id, token_hash, expires_at) VALUES ($1, $2, $3, $4)', [
      reset.id,
      reset.userId,
      reset.tokenHash,
      reset.expiresAt,
    ]);
  }

  /** Whom a live token is for; null when it does not hold. */
  async findAcrossTenantsUser(ctx: RequestContext, tokenHash: Buffer, at: Date): Promise<string | null> {
    const [row] = await sql<{ user_id: string }>(
      ctx,
      'SELECT user_id FROM password_resets WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
      [tokenHash, at],
    );
    return row?.user_id ?? null;
  }

  /** A reset that went through takes all links of the user out of use. */
  async spendAcrossTenantsOfUser(ctx: RequestContext, userId: string, at: Date): Promise<void> {
    await sql(ctx, 'UPDATE password_resets SET used_at = $2 WHERE user_id = $1 AND used_at IS NULL', [userId, at]);
  }
}
