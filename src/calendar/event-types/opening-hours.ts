import type { CalComSchedule } from '../providers/calcom/account.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { isoDate, weekdayOf } from '../speech/time/civil-day.js';
import { wallTime } from '../speech/time/zoned-time.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Whether an event type can ever be booked at that time of that day, taken or not.
 *
 * @returns null where nobody knows here: the hours of a team are those of its hosts.
 */
export function isWithinHours(
  instant: Date,
  eventType: CalComEventType,
  schedules: readonly CalComSchedule[],
): boolean | null {
  const schedule = scheduleOf(eventType, schedules);
  if (!schedule) return null;
  const { day, minutes } = wallTime(instant, schedule.timeZone);
  const overrides = schedule.overrides.filter(({ date }) => date === isoDate(day));
  const weekday = weekdays[weekdayOf(day) - 1] ?? '';
  const hours = overrides.length > 0 ? overrides : schedule.hours.filter(({ days }) => days.includes(weekday));
  return hours.some(({ startTime, endTime }) => minutesOf(startTime) <= minutes && minutes < minutesOf(endTime));
}

function scheduleOf(
  { scheduleId, schedulingType, teamId }: CalComEventType,
  schedules: readonly CalComSchedule[],
): CalComSchedule | undefined {
  if (scheduleId !== null) return schedules.find(({ id }) => id === scheduleId);
  return schedulingType === null && teamId === null ? schedules.find(({ isDefault }) => isDefault) : undefined;
}

/** Of `HH:MM`; midnight at the end of a day is written `00:00` or `24:00`. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
