import type { Backend } from './chaos-options.js';
import type { Fault } from './audit/tally.js';
import { faults } from './audit/tally.js';
import type { Kills } from './system/killer.js';

/** A run that must fail, and in which way. */
export type Control = 'acknowledged-before-commit' | 'effect-apart-from-state';

export const mustShow: Record<Control, Fault> = {
  'acknowledged-before-commit': 'lost',
  'effect-apart-from-state': 'doubled',
};

export interface RunReport extends Record<Fault, number> {
  backend: Backend;
  seed: number;
  control: Control | null;
  events: number;
  deliveries: number;
  acknowledged: number;
  attempts: number;
  /** Tool calls that ended with an apology instead of a result. */
  apologies: number;
  kills: Kills;
  /** Processes that ended without having been killed and were started again: most found no database at boot. */
  ownEnds: number;
  ackMs: { p50: number; p99: number; max: number };
  sentSeconds: number;
  /** From the last kill, of everything at once, until nothing was open. */
  drainSeconds: number;
}

/** Whether a run shows what it has to: no fault at all, or, for a control, its own. */
export function isAsExpected(report: RunReport): boolean {
  if (report.control) return report[mustShow[report.control]] > 0;
  return report.acknowledged === report.events && faults.every((fault) => report[fault] === 0);
}

export function jsonLine(report: RunReport): string {
  return `${JSON.stringify(report)}\n`;
}

const columns = ['run', 'seed', 'acked', ...faults, 'apologies', 'kills', 'ack p50/p99 ms', 'drained s', ''];

export function table(reports: readonly RunReport[]): string {
  const rows = [columns, ...reports.map(rowOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return `${rows.map((row) => line(row).trimEnd()).join('\n')}\n`;
}

function rowOf(report: RunReport): string[] {
  const { api, worker, postgres, redis } = report.kills;
  return [
    report.control ? `control: ${report.control}` : report.backend,
    String(report.seed),
    `${report.acknowledged}/${report.events}`,
    ...faults.map((fault) => String(report[fault])),
    String(report.apologies),
    `api ${api}, worker ${worker}, pg ${postgres}, redis ${redis}`,
    `${report.ackMs.p50}/${report.ackMs.p99}`,
    report.drainSeconds.toFixed(1),
    isAsExpected(report) ? 'as expected' : 'NOT AS EXPECTED',
  ];
}
