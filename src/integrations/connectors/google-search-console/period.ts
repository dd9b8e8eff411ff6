const dayMs = 86_400_000;

interface Period {
  startDate: string;
  endDate: string;
}

/** `days` days that end `lag` days before a moment. */
export function periodBefore(moment: Date, { days, lag }: { days: number; lag: number }): Period {
  const end = moment.getTime() - lag * dayMs;
  return { startDate: isoDay(end - (days - 1) * dayMs), endDate: isoDay(end) };
}

/** The period of the same length that ends on the day before this one begins. */
export function periodPreceding({ startDate, endDate }: Period): Period {
  const [start, end] = [Date.parse(startDate), Date.parse(endDate)];
  return { startDate: isoDay(start - (end - start) - dayMs), endDate: isoDay(start - dayMs) };
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
