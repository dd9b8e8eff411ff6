import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';

/** What is deleted, and when it is of no use any more; `$1` is now. */
const expired: Readonly<Record<string, string>> = {
  // A used token that comes back tells of theft only while its family could be alive.
  sessions: `expires_at < $1`,
  password_resets: `expires_at < $1`,
  invitations: `expires_at < $1 AND accepted_at IS NULL OR accepted_at < $1::timestamptz - interval '30 days'`,
  idempotency_keys: `expires_at < $1`,
  rate_counters: `resets_at < $1`,
};

@Injectable()
export class ExpiredRowsRepository {
  static readonly tables = Object.keys(expired);

  /** Deletes up to so many expired rows of a table. @returns how many it were. */
  async deleteAcrossTenants(
    ctx: RequestContext,
    table: string,
    { now, atMost }: { now: Date; atMost: number },
  ): Promise<number> {
    const rows = await sql(
      ctx,
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${expired[table]} LIMIT ${atMost})) RETURNING 1`,
      [now],
    );
    return rows.length;
  }
}
