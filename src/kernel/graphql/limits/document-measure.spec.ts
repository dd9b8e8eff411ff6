import { parse } from 'graphql';
import { measureDocument, type Measure } from './document-measure.js';

const measure = (text: string): Measure => measureDocument(parse(text));

/** Each fragment spreads the next one twice: the last one stands in the first 2^levels times. */
function laughs(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, i) => `fragment f${i} on T { ...f${i + 1} ...f${i + 1} }`);
  return `{ a { ...f0 } } ${fragments.join(' ')} fragment f${levels} on T { b }`;
}

describe('The measure of a document', () => {
  it('counts levels, fields and aliases', () => {
    expect(measure('{ me { id name } calls { nodes { x: id y: id } } }')).toEqual({
      depth: 3,
      aliases: 2,
      directives: 0,
      fields: 7,
      repeats: 1,
    });
  });

  it('is the same whether fields stand in place, in a fragment or in an inline fragment', () => {
    const plain = measure('{ a { b { x: c } d } }');
    expect(measure('{ a { ...f } } fragment f on T { b { x: c } d }')).toEqual(plain);
    expect(measure('{ ... on Query { a { ... { b { x: c } } ... on T { d } } } }')).toEqual(plain);
  });

  it('counts a fragment each time it is spread', () => {
    expect(measure('{ a { ...f } b { ...f } } fragment f on T { x: c y: d }')).toMatchObject({ aliases: 4, fields: 6 });
  });

  it('counts directives wherever they stand', () => {
    const text = `query ($v: Int @d) @d { a @d { ...f @d ... on T @d { b } } } fragment f on T @d { c @d }`;
    expect(measure(text).directives).toBe(7);
  });

  it('counts how often one name is asked for in one place', () => {
    expect(measure('{ a a a { b } c { a } }').repeats).toBe(3);
    expect(measure('{ x: a x: b x: c }').repeats).toBe(3);
  });

  it('is that of the largest operation', () => {
    expect(measure('query A { a { b { c } } } query B { x: a y: b }')).toMatchObject({ depth: 3, aliases: 2 });
  });

  it('takes the description of the schema as one level, whatever is asked of it', () => {
    expect(measure('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }').depth).toBe(1);
    expect(measure('{ a { ...__schema } } fragment __schema on T { b { c { d } } }').depth).toBe(4);
  });

  it('ends for fragments in a ring and for unknown ones', () => {
    expect(measure('{ ...f } fragment f on T { a ...g } fragment g on T { b ...f }').fields).toBe(2);
    expect(measure('{ a ...missing }').fields).toBe(1);
  });

  it('counts a billion fields in a moment', () => {
    const beganAt = performance.now();
    expect(measure(laughs(30)).fields).toBe(2 ** 30 + 1);
    expect(performance.now() - beganAt).toBeLessThan(100);
  });
});
