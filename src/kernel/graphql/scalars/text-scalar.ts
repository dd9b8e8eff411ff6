import { GraphQLScalarType, Kind } from 'graphql';
import type { LocalizedText } from '../../errors/index.js';
import { ScalarRefused } from './scalar.errors.js';

export interface TextScalar {
  name: string;
  description: string;
  accepts: (text: string) => boolean;
  /** What to send instead, for a client whose value is refused. */
  expected: LocalizedText;
}

/** A scalar that is a string of a certain form, inside this server and outside. */
export function textScalar(scalar: TextScalar): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !scalar.accepts(value)) throw new ScalarRefused(scalar.name, scalar.expected);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name: scalar.name,
    description: scalar.description,
    serialize: (value) => {
      if (typeof value !== 'string')
        throw new Error(`${scalar.name} must be served from a string, not ${typeof value}.`);
      return value;
    },
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}
