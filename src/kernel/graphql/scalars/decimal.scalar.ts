import { GraphQLScalarType, Kind } from 'graphql';
import { ScalarRefused } from './scalar.errors.js';

const form = /^-?\d{1,20}(\.\d{1,18})?$/;

/** Exact in both directions: a JSON number is a binary fraction and has lost the amount before it arrives. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as text, such as "0.10".',
  serialize: serializeDecimal,
  parseValue: parseDecimal,
  // A number in the document itself is still text, so it is exact.
  parseLiteral: (node) =>
    parseDecimal(node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null),
});

function serializeDecimal(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
  if (isBig(value)) return value.toFixed();
  throw new Error(`Decimal must be served from text, an integer or a Big, not ${typeof value}.`);
}

function isBig(value: unknown): value is { toFixed(): string } {
  return typeof value === 'object' && value !== null && 'toFixed' in value && typeof value.toFixed === 'function';
}

function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && form.test(value)) return value;
  throw new ScalarRefused('Decimal', {
    en: 'Expected a decimal number as text, such as "0.10".',
    fr: 'Un nombre décimal sous forme de texte est attendu, par exemple "0.10".',
  });
}
