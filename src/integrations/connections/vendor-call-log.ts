import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { Drain } from '../../kernel/lifecycle/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import type { VendorCallRecord } from '../access/vendor-journal.js';

export interface StoredVendorCall extends Omit<VendorCallRecord, 'status' | 'error'> {
  status: number | null;
  error: string | null;
}

const kept = 100;
const most = 1_000;

const insert = {
  name: 'vendor-calls-insert',
  text: `INSERT INTO vendor_calls (id, workspace_id, connection_id, at, action, status, error, duration_ms)
    SELECT u.id, $1, u.connection_id, u.at, u.action, u.status, u.error, u.duration_ms
    FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::int[], $7::text[], $8::int[])
      AS u (id, connection_id, at, action, status, error, duration_ms)
    WHERE EXISTS (SELECT FROM integration_connections c WHERE c.workspace_id = $1 AND c.id = u.connection_id)`,
};
const trim = {
  name: 'vendor-calls-trim',
  text: `DELETE FROM vendor_calls WHERE workspace_id = $1 AND connection_id = $2 AND id <
    (SELECT id FROM vendor_calls WHERE workspace_id = $1 AND connection_id = $2 ORDER BY id DESC OFFSET ${kept - 1} LIMIT 1)`,
};
const recent = {
  name: 'vendor-calls-recent',
  text: `SELECT at, action, status, error, duration_ms AS "durationMs" FROM vendor_calls
    WHERE workspace_id = $1 AND connection_id = $2 ORDER BY id DESC LIMIT $3`,
};

interface Waiting {
  ctx: RequestContext;
  connectionId: string;
  call: VendorCallRecord;
}

/**
 * The last calls of each connection, for a user to see what was asked and how it ended. Written behind the calls, in groups
 * without a timer, so that nobody waits for it; what a process that is killed had not written yet is not there.
 */
@Injectable()
export class VendorCallLog {
  #waiting: Waiting[] = [];
  #dropped = 0;
  #writing: Promise<void> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
    drain: Drain,
  ) {
    drain.during('work', 'vendor call log', () => this.settled());
  }

  record(ctx: RequestContext, connectionId: string, call: VendorCallRecord): void {
    if (this.#waiting.length >= most) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push({ ctx, connectionId, call });
    this.#writing ??= this.write().finally(() => {
      this.#writing = undefined;
    });
  }

  /** When everything recorded by now is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** The newest first; joins an open unit of work. */
  recent(ctx: RequestContext, connectionId: string, first: number): Promise<StoredVendorCall[]> {
    return this.unitOfWork.run(ctx, (tx) => sql<StoredVendorCall>(tx, recent, [ctx.workspaceId, connectionId, first]));
  }

  private async write(): Promise<void> {
    while (this.#waiting.length > 0) {
      if (this.#dropped > 0) this.log.warn('integrations.calls_not_logged', { calls: this.#dropped });
      this.#dropped = 0;
      const batch = this.#waiting;
      this.#waiting = [];
      for (const group of byWorkspace(batch)) await this.writeGroup(group);
    }
  }

  private async writeGroup(group: readonly [Waiting, ...Waiting[]]): Promise<void> {
    const ctx = { ...group[0].ctx, tx: undefined };
    try {
      await this.unitOfWork.run(ctx, async (tx) => {
        await sql(tx, insert, [ctx.workspaceId, ...columnsOf(group)]);
        // In one order, so that two processes never wait for each other.
        for (const id of [...new Set(group.map(({ connectionId }) => connectionId))].sort()) {
          await sql(tx, trim, [ctx.workspaceId, id]);
        }
      });
    } catch (error) {
      this.log.warn('integrations.call_log_failed', { error, calls: group.length });
    }
  }
}

function byWorkspace(batch: readonly Waiting[]): [Waiting, ...Waiting[]][] {
  const groups = new Map<string, [Waiting, ...Waiting[]]>();
  for (const each of batch) {
    const group = groups.get(each.ctx.workspaceId);
    if (group) group.push(each);
    else groups.set(each.ctx.workspaceId, [each]);
  }
  return [...groups.values()];
}

function columnsOf(group: readonly Waiting[]): unknown[][] {
  return [
    group.map(() => uuidv7()),
    group.map(({ connectionId }) => connectionId),
    group.map(({ call }) => call.at),
    group.map(({ call }) => call.action),
    group.map(({ call }) => call.status ?? null),
    group.map(({ call }) => call.error ?? null),
    group.map(({ call }) => call.durationMs),
  ];
}
