import { dateText, dayAfter, dayIn, instantOf, isTimeZone, offsetMs, zonedText } from './zone.js';

const paris = 'Europe/Paris';

describe('time zones', () => {
  it.each([
    ['winter', '2026-11-20T11:00:00.000Z', '2026-11-20T12:00:00.000+01:00'],
    ['summer', '2026-07-14T10:00:00.000Z', '2026-07-14T12:00:00.000+02:00'],
    ['the last second before the clocks go back', '2026-10-25T00:59:59.000Z', '2026-10-25T02:59:59.000+02:00'],
    ['the first after', '2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.000+01:00'],
  ])('writes an instant as a wall clock shows it: %s', (_, instant, shown) => {
    expect(zonedText(paris, Date.parse(instant))).toBe(shown);
  });

  it('writes UTC with a Z, and half hours in full', () => {
    expect(zonedText('UTC', 0)).toBe('1970-01-01T00:00:00.000Z');
    expect(zonedText('Asia/Kolkata', Date.parse('2026-01-01T00:00:00Z'))).toBe('2026-01-01T05:30:00.000+05:30');
    expect(zonedText('America/St_Johns', Date.parse('2026-01-01T00:00:00Z'))).toBe('2025-12-31T20:30:00.000-03:30');
  });

  it.each([
    ['an ordinary time', 12 * 60, '2026-11-20', '2026-11-20T11:00:00.000Z'],
    ['a time that spring skips is the one an hour later', 150, '2027-03-28', '2027-03-28T01:30:00.000Z'],
    ['a time that autumn has twice is the first', 150, '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['the end of the day', 24 * 60, '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ])('finds the instant of %s', (...[, minutes, date, instant]) => {
    const day = dayIn('UTC', Date.parse(date));
    expect(new Date(instantOf(paris, day, minutes)).toISOString()).toBe(instant);
  });

  it('goes from day to day over ends of months and years', () => {
    expect(dateText(dayAfter({ year: 2026, month: 12, day: 31 }))).toBe('2027-01-01');
    expect(dateText(dayAfter({ year: 2028, month: 2, day: 28 }))).toBe('2028-02-29');
  });

  it('knows the day that it is elsewhere', () => {
    expect(dateText(dayIn('Pacific/Auckland', Date.parse('2026-11-20T12:00:00Z')))).toBe('2026-11-21');
  });

  it('agrees with itself all through a year', () => {
    for (
      let instant = Date.parse('2026-01-01T00:15:00Z');
      instant < Date.parse('2027-01-01');
      instant += 7 * 3_600_000
    ) {
      const minutes = Math.floor(((instant + offsetMs(paris, instant)) % 86_400_000) / 60_000);
      const back = instantOf(paris, dayIn(paris, instant), minutes);
      expect(zonedText(paris, back).slice(0, 16)).toBe(zonedText(paris, instant).slice(0, 16));
    }
  });

  it('knows which zones there are', () => {
    expect(isTimeZone(paris)).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});
