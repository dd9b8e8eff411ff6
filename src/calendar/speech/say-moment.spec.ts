import fc from 'fast-check';
import { readMoment } from './read-moment.js';
import { sayDay, sayMoment, saySlots, sayTime } from './say-moment.js';

const now = new Date('2026-11-23T10:00:00+01:00');
const french = { now, timeZone: 'Europe/Paris', locale: 'fr' } as const;
const english = { now, timeZone: 'Europe/Paris', locale: 'en' } as const;
const at = (local: string) => new Date(`${local}:00+01:00`);

describe('a moment', () => {
  it.each([
    ['2026-11-23T20:00', 'aujourd’hui à 20 heures', 'today at 8 pm'],
    ['2026-11-24T09:30', 'demain à 9 heures 30 du matin', 'tomorrow at 9:30 am'],
    ['2026-11-24T14:00', 'demain à 14 heures', 'tomorrow at 2 pm'],
    ['2026-12-01T20:30', 'mardi 1er décembre à 20 heures 30', 'Tuesday, December 1 at 8:30 pm'],
    ['2026-12-02T12:00', 'mercredi 2 décembre à midi', 'Wednesday, December 2 at noon'],
    ['2026-12-02T12:05', 'mercredi 2 décembre à 12 heures 05', 'Wednesday, December 2 at 12:05 pm'],
    ['2026-12-02T00:00', 'mercredi 2 décembre à 0 heure', 'Wednesday, December 2 at 12 am'],
    ['2026-12-02T01:00', 'mercredi 2 décembre à 1 heure du matin', 'Wednesday, December 2 at 1 am'],
    ['2026-11-22T14:00', 'hier à 14 heures', 'yesterday at 2 pm'],
    ['2027-11-24T14:00', 'mercredi 24 novembre 2027 à 14 heures', 'Wednesday, November 24, 2027 at 2 pm'],
  ])('at %s is %s', (local, fr, en) => {
    expect(sayMoment(at(local), french)).toBe(fr);
    expect(sayMoment(at(local), english)).toBe(en);
  });

  it('in the hour that comes twice says which of the two', () => {
    const second = new Date('2026-10-25T02:30:00+01:00');
    expect(sayTime(second, french)).toBe('2 heures 30 du matin, après le changement d’heure');
    expect(sayTime(second, english)).toBe('2:30 am, after the clocks change');
    expect(sayTime(new Date('2026-10-25T02:30:00+02:00'), english)).toBe('2:30 am, before the clocks change');
  });

  it('is told in the zone of the listener', () => {
    expect(sayMoment(at('2026-11-23T23:00'), { ...english, timeZone: 'Pacific/Auckland' })).toBe('tomorrow at 11 am');
  });
});

describe('a day', () => {
  it('can be given by its date', () => {
    expect(sayDay('2026-11-24', french)).toBe('demain');
    expect(sayDay('2026-12-01', french)).toBe('mardi 1er décembre');
    expect(sayDay('2026-12-01', english)).toBe('Tuesday, December 1');
  });
});

describe('slots', () => {
  const slots = (...locals: string[]) => locals.map(at);

  it('of one day name it once', () => {
    const evening = slots('2026-11-24T21:00', '2026-11-24T19:00', '2026-11-24T19:30');
    expect(saySlots(evening, french)).toBe('demain à 19 heures, 19 heures 30 ou 21 heures');
    expect(saySlots(evening, english)).toBe('tomorrow at 7 pm, 7:30 pm or 9 pm');
  });

  it('of several days are grouped by day', () => {
    const both = slots('2026-11-24T19:00', '2026-11-26T19:00', '2026-11-26T21:00');
    expect(saySlots(both, french)).toBe('demain à 19 heures, ou jeudi 26 novembre à 19 heures ou 21 heures');
    expect(saySlots(both, english)).toBe('tomorrow at 7 pm, or Thursday, November 26 at 7 pm or 9 pm');
  });

  it('of a morning say so once in French', () => {
    const morning = slots('2026-11-24T09:00', '2026-11-24T09:30', '2026-11-24T14:00');
    expect(saySlots(morning, french)).toBe('demain à 9 heures, 9 heures 30 du matin ou 14 heures');
  });

  it('can be none', () => {
    expect(saySlots([], french)).toBe('');
  });
});

describe('what is said', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Australia/Lord_Howe'];
  const from = Date.UTC(2026, 0, 1);
  const minutes = fc.integer({ min: 0, max: 3 * 366 * 1440 }).map((some) => new Date(from + some * 60_000));
  /** The nights around the changes of clocks, in which what is said is hardest to understand. */
  const nights = fc
    .tuple(
      fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-11-01T06:00Z', '2026-04-04T14:00Z'),
      fc.integer({ min: -180, max: 180 }),
    )
    .map(([change, off]) => new Date(Date.parse(change) + off * 60_000));
  const listeners = fc.record({
    now: minutes,
    timeZone: fc.constantFrom(...zones),
    locale: fc.constantFrom('fr' as const, 'en' as const),
  });

  it('is understood again as the same moment, in both languages, whenever it was said', () => {
    fc.assert(
      fc.property(fc.oneof(minutes, nights), listeners, (start, listener) => {
        const said = sayMoment(start, listener);
        const read = readMoment(said, { ...listener, pastAllowed: true });
        expect({ said, read }).toEqual({ said, read: { kind: 'instant', start, approximate: false } });
      }),
      { numRuns: 4000 },
    );
  });

  it('is understood by those who try the other language first', () => {
    fc.assert(
      fc.property(minutes, listeners, (start, listener) => {
        const locale = listener.locale === 'fr' ? 'en' : 'fr';
        const read = readMoment(sayMoment(start, listener), { ...listener, locale, pastAllowed: true });
        expect(read).toEqual({ kind: 'instant', start, approximate: false });
      }),
      { numRuns: 1000 },
    );
  });

  it('is one line without times in digits and colons in French', () => {
    fc.assert(
      fc.property(minutes, listeners, (start, listener) => {
        expect(sayMoment(start, { ...listener, locale: 'fr' })).toMatch(/^[\p{L}\d ’,-]+$/u);
      }),
    );
  });
});
