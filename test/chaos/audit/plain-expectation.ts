import { Big } from 'big.js';
import type { ChaosCall, ChaosEvent } from '../events/chaos-call.js';
import type { Facts } from './database-record.js';

/** What the scenario itself says, reckoned without any code of the product: a few columns, to check the truth by. */
export interface PlainExpectation extends Facts {
  status: string;
  endedReason: string;
  durationSeconds: number;
  /** In euros, to the cent of a cent; null without a report. */
  cost: string | null;
  segments: number;
}

const failedReasons = ['customer-busy', 'customer-did-not-answer'];
const dollarsPerEuro = 1.08;
const places = 6;

export function plainExpectation({ script }: ChaosCall, events: readonly ChaosEvent[]): PlainExpectation {
  const { scenario } = script;
  const momentOf = (status: string) =>
    script.events.find(({ moment }) => moment.kind === 'status' && moment.status === status)?.moment.atMs;
  const [answered, ended] = [momentOf('in-progress'), momentOf('ended') ?? 0];
  const report = events.find(({ told }) => told.moment.kind === 'report');
  return {
    status: failedReasons.includes(scenario.ending.reason) ? 'FAILED' : 'COMPLETED',
    endedReason: scenario.ending.reason,
    durationSeconds: answered === undefined ? 0 : Math.round((ended - answered) / 1000),
    cost: report ? inEuros(report) : null,
    segments: report ? utterancesOf(script) : utterancesTold(events),
  };
}

/** What was said, and what tools answered. */
function utterancesOf({ scenario }: ChaosCall['script']): number {
  const turns = scenario.turns.filter((turn) => 'says' in turn || 'uses' in turn || 'usesNative' in turn).length;
  const greeting = scenario.direction === 'inbound' && scenario.turns.length > 0 ? 1 : 0;
  return turns + greeting;
}

/** Without a report: the utterances told one by one, else those of the longest history. */
function utterancesTold(events: readonly ChaosEvent[]): number {
  const finals = events.filter(({ told: { moment } }) => moment.kind === 'transcript' && moment.part === 'final');
  if (finals.length > 0) return finals.length;
  const history = events.filter(({ told: { moment } }) => moment.kind === 'conversation').at(-1);
  const messages = (history?.told.write().message.messages ?? []) as readonly { role: string }[];
  return messages.filter(({ role }) => !['system', 'tool_calls'].includes(role)).length;
}

function inEuros({ told }: ChaosEvent): string {
  const { cost } = told.write().message;
  return new Big(Number(cost)).div(dollarsPerEuro).toFixed(places);
}

/** The same figures of a call as it stands in the database. */
export function plainFigures(row: Facts, segments: number): PlainExpectation {
  return {
    status: String(row.status),
    endedReason: String(row.endedReason),
    durationSeconds: Number(row.durationSeconds),
    cost: typeof row.cost === 'string' ? new Big(row.cost).toFixed(places) : null,
    segments,
  };
}
