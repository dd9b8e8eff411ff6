import type { Pool } from 'pg';
import { z } from 'zod';
import type { CallScript } from '../../src/sandbox/index.js';

/** What a call's last event says of it, read apart from the product. */
const report = z.object({
  message: z.object({
    endedReason: z.string(),
    durationSeconds: z.number().optional(),
    startedAt: z.string().optional(),
    endedAt: z.string().optional(),
    analysis: z.object({ summary: z.string().optional() }).optional(),
  }),
});

interface CallRow {
  callKey: string;
  status: string;
  endedReason: string | null;
  durationSeconds: number | null;
  startedAt: Date | null;
  endedAt: Date | null;
  summary: string | null;
  fromNumber: string | null;
  toNumber: string | null;
}

/** Nobody answered: such a call has failed, all others are completed. */
const failures: ReadonlySet<string> = new Set(['customer-did-not-answer', 'customer-busy']);

const read = `SELECT vapi_call_id AS "callKey", status, ended_reason AS "endedReason", duration_seconds AS "durationSeconds",
    started_at AS "startedAt", ended_at AS "endedAt", summary, from_number AS "fromNumber", to_number AS "toNumber"
  FROM calls`;

/** How many calls are missing, too many, or other than their events say. */
export async function countWrongCalls(admin: Pool, calls: readonly CallScript[]): Promise<number> {
  const { rows } = await admin.query<CallRow>(read);
  const recorded = new Map(rows.map((row) => [row.callKey, row]));
  const wrong = calls.filter((call) => !isRight(call, recorded.get(call.callId)));
  return wrong.length + Math.max(0, rows.length - calls.length);
}

function isRight(call: CallScript, row: CallRow | undefined): boolean {
  const last = report.safeParse(call.events.at(-1)?.write());
  if (!row || !last.success) return false;
  const { endedReason, durationSeconds, startedAt, endedAt, analysis } = last.data.message;
  return [
    row.status === (failures.has(endedReason) ? 'FAILED' : 'COMPLETED'),
    row.endedReason === endedReason,
    row.durationSeconds === null || Math.abs(row.durationSeconds - (durationSeconds ?? 0)) <= 1,
    sameTime(row.startedAt, startedAt),
    sameTime(row.endedAt, endedAt),
    row.summary === (analysis?.summary ?? null),
    row.fromNumber === call.fromNumber,
    row.toNumber === call.toNumber,
  ].every(Boolean);
}

function sameTime(stored: Date | null, told: string | undefined): boolean {
  return stored === null ? told === undefined : told !== undefined && stored.getTime() === Date.parse(told);
}
