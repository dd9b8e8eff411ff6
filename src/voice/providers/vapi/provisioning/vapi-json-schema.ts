/** What Vapi's API description knows of a JSON schema: `JsonSchema` in https://api.vapi.ai/api-json */
export interface VapiJsonSchema {
  type: string;
  description?: string;
  title?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  items?: VapiJsonSchema;
  properties?: Record<string, VapiJsonSchema>;
  required?: string[];
}

const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object']);
const formats = new Set(['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid']);

/**
 * A schema brought to what Vapi describes: lengths, limits and defaults are left out, and of alternatives the first stays.
 * The model is told less, and loses nothing: the tool itself validates what it is given.
 */
export function toVapiJsonSchema(schema: unknown): VapiJsonSchema {
  const told = firstAlternative(asRecord(schema));
  const format = text(told.format);
  const known = format !== undefined && formats.has(format) ? format : undefined;
  const result = {
    type: typeOf(told),
    description: text(told.description),
    title: text(told.title),
    format: known,
    // zod writes the pattern of a format beside it.
    pattern: known === undefined ? text(told.pattern) : undefined,
    enum: choices(told),
    items: told.items === undefined ? undefined : toVapiJsonSchema(told.items),
    properties: told.properties === undefined ? undefined : propertiesOf(told.properties),
    required: Array.isArray(told.required) ? told.required.filter(isText) : undefined,
  };
  return dropAbsent(result);
}

function propertiesOf(properties: unknown): Record<string, VapiJsonSchema> {
  return Object.fromEntries(
    Object.entries(asRecord(properties)).map(([name, schema]) => [name, toVapiJsonSchema(schema)]),
  );
}

/** What stands beside the alternatives, such as the description, holds for all of them. */
function firstAlternative(schema: Record<string, unknown>): Record<string, unknown> {
  const { anyOf, oneOf, ...rest } = schema;
  const alternatives = Array.isArray(anyOf) ? anyOf : oneOf;
  if (!Array.isArray(alternatives)) return schema;
  const first = alternatives.map(asRecord).find(({ type }) => type !== 'null');
  return first ? { ...firstAlternative(first), ...rest } : rest;
}

function typeOf({ type, properties }: Record<string, unknown>): string {
  const candidates = Array.isArray(type) ? type : [type];
  return candidates.filter(isText).find((one) => types.has(one)) ?? (properties === undefined ? 'string' : 'object');
}

function choices(schema: Record<string, unknown>): string[] | undefined {
  if (isText(schema.const)) return [schema.const];
  const list = Array.isArray(schema.enum) ? schema.enum.filter(isText) : [];
  return list.length > 0 ? list : undefined;
}

function dropAbsent({
  type,
  ...rest
}: { [Key in keyof VapiJsonSchema]: VapiJsonSchema[Key] | undefined }): VapiJsonSchema {
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...present, type: type ?? 'string' };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
