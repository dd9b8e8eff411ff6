import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { ScalarRefused } from './scalar.errors.js';

const maxDepth = 32;

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: `Any JSON value, at most ${maxDepth} levels deep on input.`,
  serialize: (value) => value,
  parseValue: parseJson,
  parseLiteral: (node, variables) => parseJson(valueFromASTUntyped(node, variables)),
});

function parseJson(value: unknown): unknown {
  if (isDeeperThan(maxDepth, value)) {
    throw new ScalarRefused('JSON', {
      en: `Expected JSON of at most ${maxDepth} levels.`,
      fr: `Du JSON de ${maxDepth} niveaux au plus est attendu.`,
    });
  }
  return value;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
