import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import '../../../../test/support/workspaces.js';
import { ContactDirectory } from '../../../contacts/index.js';
import { Config } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { createDataSource, sql, UnitOfWork } from '../../../kernel/database/index.js';
import type { Events, LiveEvent, LiveEvents } from '../../../kernel/events/index.js';
import { CallBilling } from '../costs/call-billing.js';
import type { CallFacts } from '../merge/call-facts.js';
import { CallAnnouncer } from '../record/call-announcer.js';
import { CallAttribution } from '../record/call-attribution.js';
import { CallRecorder } from '../record/call-recorder.js';
import type { NativeToolUse } from '../../native-tools/native-tool.js';
import type { NativeTools } from '../../native-tools/native-tools.js';

type Row = Record<string, unknown>;

/** Everything that stands in the record about one call, without ids and times of writing. */
export interface CallRows {
  call: Row;
  segments: Row[];
  transfers: Row[];
  /** Tools that the platform ran by itself. */
  invocations: Row[];
  /** Cost lines that stand, and what remains of all lines ever written. */
  costs: { standing: Row[]; sum: string };
}

/** The record of calls on a real database of its own, without the rest of the server. */
export class CallRecord {
  /** What other modules and processes were told. */
  readonly told: { event: string; facts: unknown }[] = [];
  readonly live: LiveEvent[] = [];
  /** What handlers of native tools were told, in order. */
  readonly uses: NativeToolUse[] = [];
  readonly unitOfWork: UnitOfWork;
  readonly recorder: CallRecorder;

  private constructor(
    readonly dataSource: DataSource,
    private readonly database: TestDatabase,
  ) {
    this.unitOfWork = new UnitOfWork(dataSource);
    const config = Config.read({ ...testSettings, DATABASE_URL: 'postgres://unused' });
    const events = {
      publish: (_: RequestContext, event: { name: string }, facts: unknown) => {
        this.told.push({ event: event.name, facts });
        return Promise.resolve();
      },
    } as unknown as Events;
    const live = {
      publish: (news: LiveEvent[]) => Promise.resolve(void this.live.push(...news)),
    } as unknown as LiveEvents;
    const announcer = new CallAnnouncer(events, live);
    const nativeTools = {
      tell: (_: RequestContext, uses: NativeToolUse[]) => Promise.resolve(void this.uses.push(...uses)),
    } as unknown as NativeTools;
    const attribution = new CallAttribution(new ContactDirectory());
    this.recorder = new CallRecorder(attribution, new CallBilling(config), announcer, nativeTools);
  }

  static async open(): Promise<CallRecord> {
    const database = await createTestDatabase();
    return new CallRecord(await createDataSource({ url: database.url, poolSize: 6 }).initialize(), database);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }

  record(ctx: RequestContext, facts: readonly CallFacts[]): Promise<Map<string, string>> {
    return this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, facts));
  }

  rows(ctx: RequestContext, callKey: string): Promise<CallRows> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const [call = {}] = await sql<Row>(tx, 'SELECT * FROM calls WHERE vapi_call_id = $1', [callKey]);
      const { id, created_at: _created, updated_at: _updated, ...columns } = call;
      const [rest = {}] = await sql<Row>(
        tx,
        `SELECT
          (SELECT json_agg(to_jsonb(s) - 'call_id' - 'workspace_id' ORDER BY s.position)
            FROM (SELECT * FROM transcript_segments WHERE call_id = $1) s) AS segments,
          (SELECT json_agg(json_build_array(destination, status, at, summary) ORDER BY destination)
            FROM call_transfers WHERE call_id = $1) AS transfers,
          (SELECT json_agg(to_jsonb(t) - 'id' - 'workspace_id' ORDER BY t.tool_call_id)
            FROM tool_invocations t WHERE t.call_key = $3) AS invocations,
          (SELECT json_agg(json_build_array(source, quantity, unit, amount, currency, original_amount) ORDER BY line)
            FROM usage_entries WHERE subject_id = $1 AND revision = $2 AND NOT reversal) AS standing,
          (SELECT coalesce(sum(amount), 0)::text FROM usage_entries WHERE subject_id = $1) AS sum`,
        [id, call.report_key, callKey],
      );
      const { segments, transfers, invocations, standing, sum } = rest as Record<string, Row[]> & { sum: string };
      return {
        call: columns,
        segments: segments ?? [],
        transfers: transfers ?? [],
        invocations: invocations ?? [],
        costs: { standing: standing ?? [], sum: String(Number(sum)) },
      };
    });
  }
}

const testSettings = { NODE_ENV: 'test', ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}` };
