import { GraphQLError, parseValue } from 'graphql';
import { DateTimeScalar } from './date-time.scalar.js';
import { ScalarRefused } from './scalar.errors.js';

describe('DateTime', () => {
  it.each([
    ['2026-11-21T19:30:00Z', '2026-11-21T19:30:00.000Z'],
    ['2026-11-21T19:30:00+01:00', '2026-11-21T18:30:00.000Z'],
    ['2026-11-21T19:30:00.123-05:30', '2026-11-22T01:00:00.123Z'],
    ['2026-11-21t19:30:00.123456789z', '2026-11-21T19:30:00.123Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('reads %s, as a variable and in the document', (text, utc) => {
    const moment = new Date(utc);
    expect(DateTimeScalar.parseValue(text)).toEqual(moment);
    expect(DateTimeScalar.parseLiteral(parseValue(JSON.stringify(text)))).toEqual(moment);
  });

  it.each([
    ['a moment without its offset', '2026-11-21T19:30:00'],
    ['a day', '2026-11-21'],
    ['a day that the calendar lacks', '2026-02-30T00:00:00Z'],
    ['29 February of another year', '2026-02-29T00:00:00Z'],
    ['month 13', '2026-13-01T00:00:00Z'],
    ['hour 24', '2026-11-21T24:00:00Z'],
    ['a leap second', '2026-12-31T23:59:60Z'],
    ['an offset of a day', '2026-11-21T19:30:00+24:00'],
    ['a blank in place of the T', '2026-11-21 19:30:00Z'],
    ['what comes after a moment', '2026-11-21T19:30:00Z; DROP TABLE calls'],
    ['a word', 'tomorrow'],
    ['nothing', ''],
    ['a Unix time', 1_795_289_400_000],
    ['a Date', new Date(0)],
    ['true', true],
    ['a list', ['2026-11-21T19:30:00Z']],
    ['an object', { year: 2026 }],
  ])('refuses %s and says what to send', (_, value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow(ScalarRefused);
    expect(() => DateTimeScalar.parseValue(value)).toThrow(/such as 2026-11-21T19:30:00Z/);
  });

  it.each(['20261121', '1.5', 'NOW', 'true', '{ at: "2026-11-21T19:30:00Z" }'])(
    'refuses %s in the document',
    (literal) => {
      expect(() => DateTimeScalar.parseLiteral(parseValue(literal))).toThrow(ScalarRefused);
    },
  );

  it.each<[string, unknown, string]>([
    ['a Date', new Date(Date.UTC(2026, 10, 21, 19, 30)), '2026-11-21T19:30:00.000Z'],
    ['text in UTC as it is, microseconds included', '2026-11-21T19:30:00.123456Z', '2026-11-21T19:30:00.123456Z'],
    ['text with an offset', '2026-11-21T19:30:00+01:00', '2026-11-21T18:30:00.000Z'],
    ['text as PostgreSQL prints it', '2026-11-21 19:30:00.5+00', '2026-11-21T19:30:00.500Z'],
  ])('serves %s', (_, value, served) => {
    expect(DateTimeScalar.serialize(value)).toBe(served);
  });

  it.each([1_795_289_400_000, {}, true, 'soon', new Date(Number.NaN)])(
    'does not serve %p, which is a fault of this server and no refusal',
    (value) => {
      const serve = () => DateTimeScalar.serialize(value);
      expect(serve).toThrow();
      expect(serve).not.toThrow(ScalarRefused);
      expect(serve).not.toThrow(GraphQLError);
    },
  );
});
