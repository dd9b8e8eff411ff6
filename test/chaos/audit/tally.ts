/** The four ways in which a promise can be broken. */
export const faults = ['lost', 'doubled', 'wrong', 'stuck'] as const;
export type Fault = (typeof faults)[number];

const mostExamples = 6;

/** Counts faults, and keeps the first few of each kind to look at. */
export class Tally {
  readonly counts: Record<Fault, number> = { lost: 0, doubled: 0, wrong: 0, stuck: 0 };
  readonly examples: string[] = [];

  add(fault: Fault, what: string, times = 1): void {
    if (times <= 0) return;
    if (this.counts[fault] < mostExamples) this.examples.push(`${fault}: ${what}`);
    this.counts[fault] += times;
  }
}
