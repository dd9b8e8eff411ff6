import { ApiDocument, type Json } from './api-document.js';
import { SchemaChecker } from './schema-checker.js';
import type { Reading } from './schema-translation.js';

const text = { type: 'string' };
const number = { type: 'number' };

interface Context {
  schemas?: Json;
  reading?: Reading;
}

function problems(schema: Json, value: unknown, { schemas = {}, reading = 'request' }: Context = {}): string[] {
  return new SchemaChecker(new ApiDocument({ components: { schemas } }), reading).problems(schema, value, 'value');
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('members that are not described', () => {
  it('are refused in an object that describes its members', () => {
    const schema = { type: 'object', properties: { a: text } };
    expect(problems(schema, { a: 'x', b: 'y' })).toEqual(['value.b is not described']);
  });

  it.each([
    ['describes none', { type: 'object' }],
    ['allows any', { type: 'object', properties: { a: text }, additionalProperties: true }],
    ['describes those without a name', { type: 'object', properties: { a: text }, additionalProperties: number }],
    [
      'has an example of others, mostly',
      { type: 'object', properties: { w1: text }, example: { w1: 'x', w2: 'y', w3: 'z' } },
    ],
  ])('are fine in an object that %s', (_, schema) => {
    expect(problems(schema, { b: 1 })).toEqual([]);
  });

  it('are told from those of any part, through references', () => {
    const schemas = { Base: { type: 'object', properties: { id: number } }, Named: { properties: { name: text } } };
    const schema = { allOf: [ref('Base'), ref('Named'), { properties: { tags: { type: 'array' } } }] };
    expect(problems(schema, { id: 1, name: 'x', tags: [] }, { schemas })).toEqual([]);
    expect(problems(schema, { id: 1, nmae: 'x' }, { schemas })).toEqual(['value.nmae is not described']);
  });

  it('are told by the member of a union that holds', () => {
    const card = { type: 'object', required: ['number'], properties: { number: text, cvc: text } };
    const transfer = { type: 'object', required: ['iban'], properties: { iban: text } };
    const schema = { properties: { amount: number }, oneOf: [card, transfer] };
    expect(problems(schema, { amount: 1, number: '4', cvc: '1' })).toEqual([]);
    expect(problems(schema, { amount: 1, iban: 'FR76', cvc: '1' })).toEqual(['value.cvc is not described']);
  });

  it('are fine in the free form that a union allows', () => {
    expect(problems({ anyOf: [{ properties: { a: text }, required: ['a'] }, { type: 'object' }] }, { b: 1 })).toEqual(
      [],
    );
  });

  it('are refused beside a union that only says what is required', () => {
    const schema = { properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(problems(schema, { a: 'x', c: 'y' })).toEqual(['value.c is not described']);
    expect(problems(schema, { c: 'y' })).toEqual(['value.a is missing', 'value.c is not described']);
  });

  it('are refused at any depth of a schema within itself', () => {
    const schemas = { Node: { type: 'object', properties: { name: text, next: ref('Node') } } };
    expect(problems(ref('Node'), { next: { next: { name: 'x' } } }, { schemas })).toEqual([]);
    expect(problems(ref('Node'), { next: { next: { naem: 'x' } } }, { schemas })).toEqual([
      'value.next.next.naem is not described',
    ]);
  });
});

describe('a union that nothing of fits', () => {
  const model = (provider: string, more: Json) => ({
    type: 'object',
    required: ['provider', 'model'],
    properties: {
      provider: { type: 'string', enum: [provider] },
      model: { type: 'string', enum: ['small', 'large'] },
      ...more,
    },
  });

  it('is explained by the member that was meant', () => {
    const schema = { properties: { model: { oneOf: [model('one', {}), model('two', { url: text })] } } };
    expect(problems(schema, { model: { provider: 'two', model: 'huge', url: 1 } })).toEqual([
      'value.model.model must be one of small, large',
      'value.model.url must be string',
    ]);
  });

  it('is explained by the member of the value’s own type', () => {
    const schema = {
      nullable: true,
      anyOf: [{ type: 'string' }, { type: 'object', required: ['a', 'b'], properties: { a: {}, b: {} } }],
    };
    expect(problems(schema, {})).toEqual(['value.a is missing', 'value.b is missing']);
  });
});

describe('what OpenAPI 3.0 writes otherwise', () => {
  it.each([
    [{ type: 'string', nullable: true }, null],
    [{ type: 'string', nullable: true, enum: ['a'] }, null],
    [{ nullable: true, allOf: [{ type: 'object' }] }, null],
    [{ type: 'number', minimum: 1, exclusiveMinimum: true }, 1.5],
  ])('%j holds for %j', (schema, value) => {
    expect(problems(schema, value)).toEqual([]);
  });

  it.each([
    [{ type: 'string' }, null, 'value must be string'],
    [{ type: 'number', minimum: 1, exclusiveMinimum: true }, 1, 'value must be > 1'],
  ])('%j does not hold for %j', (schema, value, problem) => {
    expect(problems(schema, value)).toEqual([problem]);
  });
});

describe('what vendors write wrong', () => {
  it.each([
    ['a pattern as a JavaScript literal', { type: 'string', pattern: '/^a+$/i' }, ['aa', 'b']],
    ['the choices of the items beside the list', { type: 'array', enum: ['a'], items: text }, [['a'], ['b']]],
    ['members of a union that overlap', { oneOf: [number, { type: 'integer' }] }, [1, 'x']],
  ])('is read as it was meant: %s', (_, schema, [good, bad]) => {
    expect(problems(schema, good)).toEqual([]);
    expect(problems(schema, bad)).not.toEqual([]);
  });

  it.each([
    ['a pattern that is none', { type: 'string', pattern: '(' }, 'x'],
    ['a format that its own example does not have', { type: 'string', format: 'uuid', example: '536e564f' }, '536e'],
    ['a pattern that its own example does not match', { type: 'string', pattern: '^a$', example: 'b' }, 'c'],
    ['a type that there is not', { type: 'list' }, 'x'],
    ['a format that nobody else knows', { type: 'string', format: 'url' }, 'example.com'],
    ['no choice at all', { type: 'string', enum: [] }, 'x'],
    ['a required member that it does not have', { required: ['title'], properties: { name: text } }, { name: 'x' }],
    ['a reference to nothing', ref('Nothing'), 'x'],
  ])('is not held against a value: %s', (_, schema, value) => {
    expect(problems(schema, value)).toEqual([]);
  });
});

describe('a direction', () => {
  const schema = {
    type: 'object',
    required: ['id', 'secret', 'name'],
    properties: { id: { ...number, readOnly: true }, secret: { ...text, writeOnly: true }, name: text },
  };

  it('of requests has nothing that is read-only', () => {
    expect(problems(schema, { secret: 'x', name: 'y' })).toEqual([]);
    expect(problems(schema, { id: 1, secret: 'x', name: 'y' })).toEqual(['value.id is read-only']);
  });

  it('of replies does not ask for what is write-only', () => {
    expect(problems(schema, { id: 1, name: 'y' }, { reading: 'reply' })).toEqual([]);
    expect(problems(schema, { name: 'y' }, { reading: 'reply' })).toEqual(['value.id is missing']);
  });

  it('does not matter to the vendor’s own examples, nor does what they have beside', () => {
    expect(problems(schema, { id: 1, secret: 'x', name: 'y', more: 1 }, { reading: 'vendor' })).toEqual([]);
  });
});
