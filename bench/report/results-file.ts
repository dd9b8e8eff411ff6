import { writeFile } from 'node:fs/promises';
import type { MachineDescription } from '../machine/describe-machine.js';
import type { Figure } from './figure.js';
import { rounded } from './statistics.js';

export interface Results {
  machine: MachineDescription;
  /** How the processes shared the machine. */
  set: { pinned: boolean; quick: boolean; server: string; others: string };
  figures: readonly Figure[];
  /** Rows that could not run here, and why. */
  skipped: readonly { row: string; backend: string | null; why: string }[];
}

export async function writeResults(file: string, results: Results): Promise<void> {
  const text = JSON.stringify(results, (_, value: unknown) => (typeof value === 'number' ? tidy(value) : value), 2);
  await writeFile(file, `${text}\n`);
}

function tidy(value: number): number {
  return Number.isInteger(value) ? value : rounded(value);
}
