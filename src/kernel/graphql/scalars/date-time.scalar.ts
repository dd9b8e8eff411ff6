import { GraphQLScalarType, Kind } from 'graphql';
import { ScalarRefused } from './scalar.errors.js';

const form = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** A moment: RFC 3339 with an offset in, UTC out. Inside this server a `Date`, or an ISO string in UTC that is served as it is. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'A moment as RFC 3339 text, such as 2026-11-21T19:30:00Z. Always in UTC in answers; any offset is accepted.',
  serialize: serializeMoment,
  parseValue: parseMoment,
  parseLiteral: (node) => parseMoment(node.kind === Kind.STRING ? node.value : undefined),
});

function serializeMoment(value: unknown): string {
  if (typeof value === 'string' && value.charAt(10) === 'T' && value.endsWith('Z')) return value;
  if (value instanceof Date || typeof value === 'string') return new Date(value).toISOString();
  throw new Error(`DateTime must be served from a Date or an ISO string, not ${typeof value}.`);
}

function parseMoment(value: unknown): Date {
  const match = typeof value === 'string' ? form.exec(value) : null;
  if (!match || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) {
    throw new ScalarRefused('DateTime', {
      en: 'Expected a moment with its offset, such as 2026-11-21T19:30:00Z.',
      fr: 'Un instant avec son décalage horaire est attendu, par exemple 2026-11-21T19:30:00Z.',
    });
  }
  return new Date(match[0].toUpperCase());
}

/** JavaScript would read 30 February as 2 March. */
function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
