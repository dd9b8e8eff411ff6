import { BodyNotJson, parseJsonBody } from './json-body.js';

const nested = (levels: number) => Buffer.from(`{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`);

describe('parseJsonBody', () => {
  it('parses an object, whatever its strings hold', () => {
    const body = { text: '}]"\\', escaped: '\\"[[[', list: [1, { deep: 'é😀' }] };
    expect(parseJsonBody(Buffer.from(JSON.stringify(body)))).toEqual(body);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['null', 'null'],
    ['a cut object', '{"a":1'],
    ['a form', 'a=1&b=2'],
    ['a string that never ends', '{"a":"'],
  ])('refuses %s', (_, text) => {
    expect(() => parseJsonBody(Buffer.from(text))).toThrow(BodyNotJson);
  });

  it('allows 64 levels and refuses 65', () => {
    expect(parseJsonBody(nested(64))).toBeDefined();
    expect(() => parseJsonBody(nested(65))).toThrow(BodyNotJson);
  });

  it('refuses a million levels without running out of stack', () => {
    expect(() => parseJsonBody(nested(1_000_000))).toThrow(BodyNotJson);
  });

  it('does not count brackets inside strings', () => {
    expect(parseJsonBody(Buffer.from(JSON.stringify({ a: '['.repeat(500) })))).toBeDefined();
  });
});
