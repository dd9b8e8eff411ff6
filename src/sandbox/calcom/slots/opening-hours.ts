import type { StandInSchedule, Weekday } from '../event-type.js';
import { dateText, dayAfter, dayIn, instantOf, type CalendarDay } from './zone.js';

/** A span of instants, its end not included. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

const weekdays: readonly Weekday[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const known = new WeakMap<StandInSchedule, Map<string, readonly Span[]>>();

/** When a schedule is open, of all days that touch a span, in order. */
export function openSpans(schedule: StandInSchedule, { startMs, endMs }: Span): Span[] {
  const spans: Span[] = [];
  const lastDay = dateText(dayIn(schedule.timeZone, endMs));
  let day = dayIn(schedule.timeZone, startMs);
  for (let date = dateText(day); date <= lastDay; date = dateText(day)) {
    spans.push(...spansOf(schedule, day, date));
    day = dayAfter(day);
  }
  return spans;
}

/** Whether it is open all through. */
export function isOpen(schedule: StandInSchedule, span: Span): boolean {
  return openSpans(schedule, span).some(({ startMs, endMs }) => startMs <= span.startMs && span.endMs <= endMs);
}

/** Worked out once for each day: what a wall clock shows takes longer to find than all else that a slot needs. */
function spansOf(schedule: StandInSchedule, day: CalendarDay, date: string): readonly Span[] {
  const days = known.get(schedule) ?? new Map<string, readonly Span[]>();
  known.set(schedule, days);
  const spans = days.get(date) ?? workedOut(schedule, day, date);
  days.set(date, spans);
  return spans;
}

function workedOut(
  { timeZone, availability, overrides }: StandInSchedule,
  day: CalendarDay,
  date: string,
): readonly Span[] {
  const own = overrides.filter((override) => override.date === date);
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()];
  const usual = availability.filter(({ days }) => days.some((each) => each === weekday));
  return (own.length > 0 ? own : usual)
    .map(({ startTime, endTime }) => ({
      startMs: instantOf(timeZone, day, minutesOf(startTime)),
      endMs: instantOf(timeZone, day, minutesOf(endTime)),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs)
    .sort((one, other) => one.startMs - other.startMs);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
