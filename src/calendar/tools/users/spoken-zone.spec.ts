import { placesByZone } from './places.js';
import { readTimeZone, sayTimeZone } from './spoken-zone.js';

describe('a spoken time zone', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['America/New York', 'America/New_York'],
    ['Montréal', 'America/Toronto'],
    ['heure de New York', 'America/New_York'],
    ['l’heure de Paris', 'Europe/Paris'],
    ['heure d’Abidjan', 'Africa/Abidjan'],
    ['je ne sais pas', null],
    ['Paris', 'Europe/Paris'],
    ['heure de La Paz', 'America/La_Paz'],
    ['Los Angeles', 'America/Los_Angeles'],
    ['Eastern Time', 'America/New_York'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['EST', 'America/New_York'],
    ['time in London', 'Europe/London'],
    ['the time zone of Tokyo', 'Asia/Tokyo'],
    ['fuseau horaire de Genève', 'Europe/Zurich'],
    ['à La Réunion', 'Indian/Reunion'],
    ['Côte d’Ivoire', 'Africa/Abidjan'],
    ['en France', 'Europe/Paris'],
    ['UTC', 'UTC'],
    ['UTC+2', null],
    ['+02:00', null],
    ['États-Unis', null],
    ['Mars/Olympus', null],
    ['../etc/passwd', null],
    ['', null],
    ['time', null],
    ['heure', null],
    ['Paris ou Londres', null],
    ['\u0000\ud800', null],
  ])('%j is %s', (said, zone) => {
    expect(readTimeZone(said)).toBe(zone);
  });

  it('is read in a moment however much is said', () => {
    expect(readTimeZone('de '.repeat(100_000))).toBeNull();
  });

  it('names zones that exist, and no place twice', () => {
    const places = Object.values(placesByZone).flat();
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    for (const zone of Object.keys(placesByZone)) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    }
  });

  it('is understood again as it is said', () => {
    const own = Intl.supportedValuesOf('timeZone');
    for (const locale of ['fr', 'en'] as const) {
      const lost = own.filter((zone) => {
        const again = readTimeZone(sayTimeZone(zone, locale));
        return again === null || offsets(again) !== offsets(zone);
      });
      expect(lost).toEqual([]);
    }
  });

  it.each([
    ['Europe/Paris', 'l’heure de Paris', 'Paris time'],
    ['Europe/London', 'l’heure de Londres', 'London time'],
    ['America/New_York', 'l’heure de New York', 'New York time'],
    ['Europe/Amsterdam', 'l’heure d’Amsterdam', 'Amsterdam time'],
    ['UTC', 'le temps universel', 'universal time'],
  ])('%s is said %s', (zone, fr, en) => {
    expect([sayTimeZone(zone, 'fr'), sayTimeZone(zone, 'en')]).toEqual([fr, en]);
  });
});

/** What the clocks of a zone show in winter and in summer. */
function offsets(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return ['2026-01-15', '2026-07-15'].map((day) => format.format(new Date(day))).join();
}
