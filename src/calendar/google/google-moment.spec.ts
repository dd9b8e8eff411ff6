import { googleMoment } from './google-moment.js';

describe('a moment as Google and models write it', () => {
  it.each([
    ['2026-11-22T14:00:00+01:00', 'UTC', '2026-11-22T13:00:00.000Z'],
    ['2026-11-22T14:00:00Z', 'Europe/Paris', '2026-11-22T14:00:00.000Z'],
    ['2026-11-22T14:00:00.000z', null, '2026-11-22T14:00:00.000Z'],
    ['2026-11-22T14:00:00-0330', null, '2026-11-22T17:30:00.000Z'],
    ['2026-11-22T14:00:00+01', null, '2026-11-22T13:00:00.000Z'],
    ['2026-11-22T14:00:00', 'Europe/Paris', '2026-11-22T13:00:00.000Z'],
    ['2026-07-22T14:00', 'America/New_York', '2026-07-22T18:00:00.000Z'],
    [' 2026-11-22 14:00:30 ', 'UTC', '2026-11-22T14:00:30.000Z'],
    // A whole day begins at midnight there.
    ['2026-11-22', 'Europe/Paris', '2026-11-21T23:00:00.000Z'],
    // Skipped as summer begins, and there twice as it ends.
    ['2026-03-29T02:30:00', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30:00', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  ])('reads %s in %s', (text, zone, expected) => {
    expect(googleMoment(text, zone)?.toISOString()).toBe(expected);
  });

  it.each([
    'tomorrow at 2 pm',
    '',
    '2026-02-31T14:00:00Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T14:61:00Z',
    '2026-11-22T14:00:00+99:00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    '20261122T140000Z',
    '1790000000',
  ])('is none in %j', (text) => {
    expect(googleMoment(text, 'UTC')).toBeNull();
  });

  it('has no meaning without an offset where the zone is not known', () => {
    expect(googleMoment('2026-11-22T14:00:00', null)).toBeNull();
  });
});
