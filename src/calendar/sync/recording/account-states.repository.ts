import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';

const upsert = (columns: string, values: string, changes: string) =>
  `INSERT INTO calendar_accounts AS a (workspace_id, account_id, ${columns}) VALUES ($1, $2, ${values})
    ON CONFLICT (workspace_id, account_id) DO UPDATE SET ${changes}`;

const hear = {
  name: 'calendar-accounts-hear',
  text: upsert('last_webhook_at', '$3', 'last_webhook_at = greatest(a.last_webhook_at, excluded.last_webhook_at)'),
};
const poll = {
  name: 'calendar-accounts-poll',
  text: upsert('last_poll_at, problem', 'now(), NULL', 'last_poll_at = now(), problem = NULL'),
};
const sweep = {
  name: 'calendar-accounts-sweep',
  text: upsert(
    'last_poll_at, last_sweep_at, problem',
    'now(), now(), NULL',
    'last_poll_at = now(), last_sweep_at = now(), problem = NULL',
  ),
};
const advance = {
  name: 'calendar-accounts-advance',
  text: upsert('high_water', '$3', 'high_water = greatest(a.high_water, excluded.high_water)'),
};
const fail = {
  name: 'calendar-accounts-fail',
  text: upsert('problem', '$3', 'problem = excluded.problem'),
};
const highWater = {
  name: 'calendar-accounts-high-water',
  text: 'SELECT high_water AS "highWater" FROM calendar_accounts WHERE workspace_id = $1 AND account_id = $2',
};

/** How far each account has been read, and what stands in the way. */
@Injectable()
export class AccountStates {
  async hear(tx: RequestContext, accountId: string, at: Date): Promise<void> {
    await sql(tx, hear, [tx.workspaceId, accountId, at]);
  }

  /** A whole look at it has succeeded. */
  async poll(tx: RequestContext, accountId: string, kind: 'delta' | 'sweep'): Promise<void> {
    await sql(tx, kind === 'sweep' ? sweep : poll, [tx.workspaceId, accountId]);
  }

  /** All that changed before is known. */
  async advance(tx: RequestContext, accountId: string, to: Date): Promise<void> {
    await sql(tx, advance, [tx.workspaceId, accountId, to]);
  }

  /** @param problem A reason as errors have them: `HTTP.CREDENTIAL_REJECTED`. */
  async fail(tx: RequestContext, accountId: string, problem: string): Promise<void> {
    await sql(tx, fail, [tx.workspaceId, accountId, problem]);
  }

  /** Null for an account that was never read. */
  async highWater(tx: RequestContext, accountId: string): Promise<Date | null> {
    const [row] = await sql<{ highWater: Date | null }>(tx, highWater, [tx.workspaceId, accountId]);
    return row?.highWater ?? null;
  }
}
