import type { CalComSchedule } from '../providers/calcom/account.js';
import { eventTypeReply } from '../providers/calcom/event-type.js';
import { isWithinHours } from './opening-hours.js';

const schedule: CalComSchedule = {
  id: 3,
  name: 'Cabinet',
  timeZone: 'Europe/Paris',
  isDefault: true,
  hours: [
    { days: ['Monday', 'Tuesday'], startTime: '09:00', endTime: '12:00' },
    { days: ['Monday'], startTime: '14:00', endTime: '24:00' },
  ],
  overrides: [
    { date: '2026-11-30', startTime: '20:00', endTime: '22:00' },
    { date: '2026-12-07', startTime: '00:00', endTime: '00:00' },
  ],
};
const eventType = (change: object = {}) =>
  eventTypeReply.parse({ data: { id: 1, slug: 'visit', title: 'Visit', lengthInMinutes: 30, ...change } });
const at = (iso: string) => new Date(iso);

describe('isWithinHours', () => {
  it.each([
    ['2026-11-23T09:00:00+01:00', true],
    ['2026-11-23T08:59:00+01:00', false],
    ['2026-11-23T12:00:00+01:00', false],
    ['2026-11-23T23:30:00+01:00', true],
    ['2026-11-24T14:00:00+01:00', false],
    ['2026-11-25T09:00:00+01:00', false],
    ['2026-11-23T08:00:00Z', true],
  ])('knows whether %s can be booked: %s', (iso, expected) => {
    expect(isWithinHours(at(iso), eventType(), [schedule])).toBe(expected);
  });

  it.each([
    ['2026-11-30T20:00:00+01:00', true],
    ['2026-11-30T09:00:00+01:00', false],
    ['2026-12-07T09:00:00+01:00', false],
  ])('goes by the day’s own hours where it has some: %s is %s', (iso, expected) => {
    expect(isWithinHours(at(iso), eventType(), [schedule])).toBe(expected);
  });

  it('does not know the hours of a team, or of a schedule that cannot be read', () => {
    expect(isWithinHours(at('2026-11-23T09:00:00Z'), eventType({ teamId: 4 }), [schedule])).toBeNull();
    expect(isWithinHours(at('2026-11-23T09:00:00Z'), eventType({ scheduleId: 99 }), [schedule])).toBeNull();
    expect(isWithinHours(at('2026-11-23T09:00:00Z'), eventType(), [])).toBeNull();
  });
});
