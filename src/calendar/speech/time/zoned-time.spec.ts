import fc from 'fast-check';
import { dateOf, dayOf, dayOfIso, isoDate, weekdayOf } from './civil-day.js';
import { instantsAt, wallTime } from './zoned-time.js';

const at = (local: string, timeZone: string) => {
  const [date = '', time = ''] = local.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantsAt({ day: dayOfIso(date), minutes: hours * 60 + minutes }, timeZone).map((instant) =>
    instant.toISOString(),
  );
};

describe('the instants of a time on the wall', () => {
  it.each([
    ['2026-11-24 14:00', 'Europe/Paris', ['2026-11-24T13:00:00.000Z']],
    ['2026-03-29 01:59', 'Europe/Paris', ['2026-03-29T00:59:00.000Z']],
    ['2026-03-29 02:00', 'Europe/Paris', []],
    ['2026-03-29 02:59', 'Europe/Paris', []],
    ['2026-03-29 03:00', 'Europe/Paris', ['2026-03-29T01:00:00.000Z']],
    ['2026-10-25 02:30', 'Europe/Paris', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-10-25 03:00', 'Europe/Paris', ['2026-10-25T02:00:00.000Z']],
    ['2026-11-01 01:30', 'America/New_York', ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z']],
    ['2026-04-05 02:30', 'Pacific/Auckland', ['2026-04-04T13:30:00.000Z', '2026-04-04T14:30:00.000Z']],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z']],
    ['2026-12-31 24:00', 'Asia/Kolkata', ['2026-12-31T18:30:00.000Z']],
  ])('%s in %s', (local, timeZone, instants) => {
    expect(at(local, timeZone)).toEqual(instants);
  });

  it('are among them that at which the wall shows it', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, timeZone) => {
        const instant = new Date(minute * 60_000);
        expect(instantsAt(wallTime(instant, timeZone), timeZone)).toContainEqual(instant);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a day', () => {
  it('is the same however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (day) => {
        expect([dayOf(dateOf(day)), dayOfIso(isoDate(day))]).toEqual([day, day]);
        expect(weekdayOf(day)).toBe(new Date(`${isoDate(day)}T12:00Z`).getUTCDay() || 7);
      }),
    );
  });
});
