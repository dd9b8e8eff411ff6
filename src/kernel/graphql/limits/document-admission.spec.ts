import { GraphQLError } from 'graphql';
import { toClientError } from '../../errors/index.js';
import { DocumentAdmission } from './document-admission.js';
import { OperationTooLarge } from './limit.errors.js';
import { operationLimits } from './limits.js';

const admission = new DocumentAdmission(operationLimits);
const many = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, i) => make(i));
const deep = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
const aliases = (count: number) => `{ ${many(count, (i) => `x${i}: a`).join(' ')} }`;
const directives = (count: number) => `{ a ${'@include(if: true) '.repeat(count)} }`;
const fields = (count: number) => {
  const whole = `fragment f on T { ${many(50, (i) => `a${i}`).join(' ')} }`;
  const rest = many(count % 50, (i) => `b${i}`).join(' ');
  return `{ ${'...f '.repeat(Math.floor(count / 50))} ${rest} } ${whole}`;
};
const repeats = (count: number) => `{ ${'a '.repeat(count)} }`;
const tokens = (count: number) => {
  const names = count - 2;
  return `{ a ${names % 2 === 0 ? 'b ' : ''}${'...f '.repeat(Math.floor((names - 1) / 2))} }`;
};
const bytes = (count: number) => `{ a } #${'x'.repeat((count - 7) % 2)}${'é'.repeat(Math.floor((count - 7) / 2))}`;

describe('The limits of a document', () => {
  it.each<[string, (size: number) => string, number]>([
    ['TOO_DEEP', deep, operationLimits.depth],
    ['TOO_MANY_ALIASES', aliases, operationLimits.aliases],
    ['TOO_MANY_DIRECTIVES', directives, operationLimits.directives],
    ['TOO_MANY_FIELDS', fields, operationLimits.fields],
    ['TOO_MANY_REPEATS', repeats, operationLimits.repeats],
    ['TOO_MANY_TOKENS', tokens, operationLimits.tokens],
    ['TOO_LONG', bytes, operationLimits.documentBytes],
  ])('are reached and then passed: %s', (...[limit, make, most]) => {
    expect(() => admission.admit(make(most))).not.toThrow();
    expect(() => admission.admit(make(most + 1))).toThrow(
      expect.objectContaining({ kind: 'invalid_input', reason: `GRAPHQL.${limit}` }) as Error,
    );
  });

  it('refuse 10,000 aliases and depth 50 within a moment', () => {
    const beganAt = performance.now();
    for (const text of [aliases(10_000), deep(50), '{'.repeat(10_000), '['.repeat(5_000)]) {
      expect(() => admission.admit(text)).toThrow();
    }
    expect(performance.now() - beganAt).toBeLessThan(250);
  });

  it('are told in both languages, with the figure and what to do', () => {
    expect.assertions(2);
    try {
      admission.admit(deep(9));
    } catch (error) {
      expect(toClientError(error, 'en').message).toBe(
        'One operation may have 8 levels of fields at most, fragments included. Split it into several requests.',
      );
      expect(toClientError(error, 'fr').message).toMatch(/^Une opération ne peut dépasser 8 niveaux de champs/);
    }
  });

  it('leave what is no GraphQL to its own error', () => {
    expect(() => admission.admit('{ a')).toThrow(GraphQLError);
    expect(() => admission.admit('{ a')).not.toThrow(OperationTooLarge);
  });

  it('are the same for a document that was admitted before and for one that was refused before', () => {
    const own = new DocumentAdmission(operationLimits);
    for (let time = 0; time < 3; time++) {
      expect(() => own.admit(aliases(15))).not.toThrow();
      expect(() => own.admit(aliases(16))).toThrow(OperationTooLarge);
    }
  });

  it('hold for a WebSocket, which needs the document, alike', () => {
    expect(admission.read('{ a }').definitions).toHaveLength(1);
    expect(() => admission.read(deep(9))).toThrow(OperationTooLarge);
  });
});
