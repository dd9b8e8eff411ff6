import { parseValue } from 'graphql';
import { JsonScalar } from './json.scalar.js';
import { ScalarRefused } from './scalar.errors.js';

/** So many objects or lists inside each other. */
function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  return levels === 0 ? 1 : wrap(nested(levels - 1, wrap));
}

const wraps: [string, (inner: unknown) => unknown][] = [
  ['lists', (inner) => [inner]],
  ['objects', (inner) => ({ inner })],
];

describe('JSON', () => {
  it.each<[unknown]>([[null], [true], [0.1], ['text'], [[]], [{}], [{ a: [1, { b: null }] }]])(
    'takes and serves %j',
    (value) => {
      expect(JsonScalar.parseValue(value)).toEqual(value);
      expect(JsonScalar.serialize(value)).toEqual(value);
    },
  );

  it('reads a value in the document, variables inside it included', () => {
    const literal = parseValue('{ a: [1, 2.5, "x", true, null, RED], b: $b, c: $absent }');
    expect(JsonScalar.parseLiteral(literal, { b: { d: 1 } })).toEqual({
      a: [1, 2.5, 'x', true, null, 'RED'],
      b: { d: 1 },
    });
  });

  it.each(wraps)('takes 32 levels of %s and refuses 33', (_, wrap) => {
    expect(JsonScalar.parseValue(nested(32, wrap))).toEqual(nested(32, wrap));
    expect(() => JsonScalar.parseValue(nested(33, wrap))).toThrow(ScalarRefused);
  });

  it('counts the levels of what stands in the document and of a variable inside it together', () => {
    const inVariable = nested(31, (inner) => [inner]);
    expect(() => JsonScalar.parseLiteral(parseValue('{ a: $b }'), { b: inVariable })).not.toThrow();
    expect(() => JsonScalar.parseLiteral(parseValue('{ a: [$b] }'), { b: inVariable })).toThrow(ScalarRefused);
  });

  it.each(wraps)('refuses 10,000 levels of %s without running out of stack', (_, wrap) => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = wrap(deep);
    expect(() => JsonScalar.parseValue(deep)).toThrow(ScalarRefused);
  });
});
