import { ApiDocument, type Json } from './api-document.js';
import { SchemaChecker } from './schema-checker.js';
import { SchemaSampler } from './schema-sampler.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const sample = (schema: Json, schemas: Json = {}) =>
  new SchemaSampler(new ApiDocument({ components: { schemas } })).of(schema);

describe('a value that is made up', () => {
  it.each<[Json, unknown]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', enum: ['b', 'a'] }, 'b'],
    [{ type: 'string', minLength: 6 }, 'textxx'],
    [{ type: 'string', maxLength: 2 }, 'te'],
    [{ type: 'string', format: 'date-time' }, '2026-01-15T09:30:00Z'],
    [{ type: 'integer', minimum: 5 }, 5],
    [{ type: 'integer', maximum: -3 }, -3],
    [{ type: 'number', minimum: 7, multipleOf: 5 }, 10],
    [{ type: 'array', minItems: 2, items: { type: 'boolean' } }, [true, true]],
    [{ type: ['null', 'string'] }, 'text'],
    [{ const: 4 }, 4],
    [{ oneOf: [{ type: 'null' }, { type: 'integer' }] }, 1],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, { key: 1 }],
  ])('by %j is %j', (schema, value) => {
    expect(sample(schema)).toEqual(value);
  });

  it.each([
    { type: 'string', pattern: '^[A-Z]{2}[0-9a-f]{32}$' },
    { type: 'string', pattern: '^\\d{4}-\\d{2}$', minLength: 7 },
    { type: 'string', format: 'uuid' },
    { type: 'string', format: 'email' },
    { type: 'string', format: 'uri' },
    { type: 'string', format: 'byte' },
    { type: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 0.5 },
  ])('fits %j, and is always the same', (schema) => {
    const value = sample(schema);
    expect(new SchemaChecker(new ApiDocument({}), 'vendor').problems(schema, value, 'value')).toEqual([]);
    expect(sample(schema)).toEqual(value);
  });

  it('has what is optional too, except for what would tell of a failure', () => {
    const properties = { id: { type: 'integer' }, name: { type: 'string' }, errors: { type: 'array', items: {} } };
    expect(sample({ type: 'object', required: ['id'], properties })).toEqual({ id: 1, name: 'text' });
    expect(sample({ type: 'object', required: ['errors'], properties })).toHaveProperty('errors');
  });

  it('has the parts of all that it is made of', () => {
    const schemas = { Base: { type: 'object', properties: { id: { type: 'integer' } } } };
    const schema = {
      allOf: [ref('Base'), { properties: { name: { type: 'string' } } }],
      properties: { own: { type: 'boolean' } },
    };
    expect(sample(schema, schemas)).toEqual({ own: true, id: 1, name: 'text' });
  });

  it('ends where a schema is within itself', () => {
    const schemas = {
      Node: {
        type: 'object',
        properties: { name: { type: 'string' }, next: ref('Node'), all: { type: 'array', items: ref('Node') } },
      },
    };
    expect(sample(ref('Node'), schemas)).toEqual({ name: 'text', all: [] });
  });

  it('is the example of the description where that fits', () => {
    expect(
      sample({
        type: 'object',
        properties: { a: { type: 'integer', example: 7 }, b: { type: 'integer', example: 'x' } },
      }),
    ).toEqual({
      a: 7,
      b: 1,
    });
    expect(sample({ type: 'object', properties: { a: { type: 'integer' } }, example: { a: 9 } })).toEqual({ a: 9 });
  });
});
