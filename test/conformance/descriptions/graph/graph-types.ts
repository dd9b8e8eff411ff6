import { type Json, textsOf } from '../schemas/api-document.js';

/** Numbers of ids are too large for JSON's, and come as texts. */
const digits = (pattern: string): Json => ({ type: 'string', pattern });

const anything: Json = { anyOf: [{ type: 'object' }, { type: ['array', 'string', 'number', 'boolean', 'null'] }] };

const scalars: Readonly<Record<string, Json>> = {
  string: { type: 'string' },
  int: { anyOf: [{ type: 'integer' }, digits(String.raw`^-?\d+$`)] },
  'unsigned int': { anyOf: [{ type: 'integer', minimum: 0 }, digits(String.raw`^\d+$`)] },
  float: { anyOf: [{ type: 'number' }, digits(String.raw`^-?\d+(\.\d+)?$`)] },
  bool: { enum: [true, false, 0, 1] },
  datetime: { anyOf: [{ type: 'string', example: '2026-01-15T09:30:00+0000' }, { type: 'integer' }] },
  list: { type: 'array' },
  map: { type: 'object', additionalProperties: true },
};

/**
 * The JSON schema of a type as Meta's descriptions name it: `list<unsigned int>`, `map<string, int>`, an enum, a node. What
 * else there may be (`Object`, `file`, a node that is not described) may be anything.
 */
export function schemaOfType(type: string, known: { enums: Json; nodes: Json }): Json {
  const list = /^list<(.*)>$/.exec(type);
  if (list?.[1] !== undefined) return { type: 'array', items: schemaOfType(list[1], known) };
  const map = /^map<[^,<>]+,\s*(.*)>$/.exec(type);
  if (map?.[1] !== undefined) return { type: 'object', additionalProperties: schemaOfType(map[1], known) };
  const values = textsOf(known.enums[type]);
  if (values.length > 0) return { enum: values };
  if (type in known.nodes) return { $ref: `#/components/schemas/${type}` };
  return scalars[type] ?? anything;
}
