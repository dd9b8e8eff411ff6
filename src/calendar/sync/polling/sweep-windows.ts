export interface SweepWindow {
  from: Date;
  to: Date;
}

const dayMs = 24 * 3_600_000;
const days = { hour: [1, 60], night: [30, 365] } as const;

/** What is compared whole: what is near each hour, what is far each night. */
export function sweepWindow(kind: keyof typeof days, now: Date): SweepWindow {
  const [before, after] = days[kind];
  return { from: new Date(now.getTime() - before * dayMs), to: new Date(now.getTime() + after * dayMs) };
}
