import { createHash } from 'node:crypto';
import type { ChaosCall, ChaosEvent } from '../events/chaos-call.js';
import type { Sent } from '../events/sender.js';
import type { DatabaseRecord, Facts, RecordedCall } from './database-record.js';
import { differences } from './differences.js';
import { expectedCall } from './expected-call.js';
import { judgeTools } from './judge-tools.js';
import type { OpenWork } from './open-work.js';
import { plainExpectation, plainFigures } from './plain-expectation.js';
import { Tally } from './tally.js';

export interface Evidence {
  calls: readonly ChaosCall[];
  sent: readonly Sent[];
  record: DatabaseRecord;
  left: OpenWork;
}

/** Compares what was acknowledged with what is there. */
export function judge({ calls, sent, record, left }: Evidence): Tally {
  const tally = new Tally();
  const acknowledged = new Set(sent.filter(({ ackMs }) => ackMs !== undefined).map(({ event }) => event));
  judgeEvents([...acknowledged], record, tally);
  for (const call of calls) judgeCall(call, { acknowledged, record, tally });
  judgeTools(sent, record, tally);
  judgeContacts(calls, record, tally);
  for (const [what, count] of Object.entries(left)) tally.add('stuck', `${count} ${what}`, Number(count));
  return tally;
}

/** Each acknowledged event has one row, which is PROCESSED, and whose effects were committed once. */
function judgeEvents(acknowledged: readonly ChaosEvent[], record: DatabaseRecord, tally: Tally): void {
  const rows = new Map<string, { id: string; status: string }[]>();
  for (const row of record.events) {
    const key = `${row.account} ${row.digest}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  for (const event of acknowledged) {
    const digest = createHash('sha256').update(event.raw).digest('hex');
    const found = rows.get(`${event.call.workspace.endpointId} ${digest}`) ?? [];
    const [row] = found;
    const label = labelOf(event);
    if (!row) tally.add('lost', `${label} has no row`);
    else if (row.status !== 'PROCESSED') tally.add('lost', `${label} is ${row.status}`);
    else judgeEffects(record.effects.get(row.id) ?? 0, label, tally);
    tally.add('doubled', `${label} has ${found.length} rows`, found.length - 1);
  }
}

function judgeEffects(times: number, label: string, tally: Tally): void {
  if (times === 0) tally.add('lost', `${label} is PROCESSED without its effects`);
  tally.add('doubled', `${label} took effect ${times} times`, times - 1);
}

interface Court {
  acknowledged: ReadonlySet<ChaosEvent>;
  record: DatabaseRecord;
  tally: Tally;
}

/** The rows of a call equal what its events say. One that has an event in doubt cannot be judged. */
function judgeCall(call: ChaosCall, { acknowledged, record, tally }: Court): void {
  if (!call.events.every((event) => acknowledged.has(event))) return;
  const { callId } = call.script;
  const [recorded, ...more] = record.calls.get(callId) ?? [];
  tally.add('doubled', `${callId} has ${more.length + 1} rows`, more.length);
  const expected = expectedCall(call, call.events, record.currencies.get(call.workspace.id) ?? '');
  if (!recorded || !expected) return tally.add('wrong', `${callId} is not there`);
  const extra = recorded.usage.length - expected.usage.length;
  tally.add('doubled', `${callId} has ${recorded.usage.length} usage entries`, extra);
  const found = [...differencesOfParts(recorded, expected), ...differencesFromScenario(call, recorded)];
  if (found.length > 0) tally.add('wrong', `${callId} (${call.script.scenario.key}) ${found.join('; ')}`);
}

function differencesOfParts(recorded: RecordedCall, expected: Omit<RecordedCall, 'messages'>): string[] {
  const parts = (['segments', 'usage', 'transfers'] as const).flatMap((part) =>
    differences(recorded[part], expected[part]).map((difference) => `${part} ${difference}`),
  );
  return [...differences(recorded.row, expected.row), ...parts];
}

function differencesFromScenario(call: ChaosCall, { row, segments }: RecordedCall): string[] {
  const figures: Facts = plainFigures(row, segments.length);
  return differences(figures, plainExpectation(call, call.events)).map((difference) => `by the scenario ${difference}`);
}

/** One contact for each number that called, however many calls came from it at once. */
function judgeContacts(calls: readonly ChaosCall[], record: DatabaseRecord, tally: Tally): void {
  const numbers = new Map<string, Set<string>>();
  for (const { workspace, script } of calls) {
    const known = numbers.get(workspace.id) ?? new Set<string>();
    numbers.set(workspace.id, known.add(script.scenario.caller.number));
  }
  for (const [workspaceId, expected] of numbers) {
    const found = record.contacts.get(workspaceId) ?? 0;
    tally.add('doubled', `${found} contacts for ${expected.size} numbers`, found - expected.size);
  }
}

function labelOf({ call, told }: ChaosEvent): string {
  return `${told.moment.kind} at ${told.moment.atMs} of ${call.script.callId}`;
}
