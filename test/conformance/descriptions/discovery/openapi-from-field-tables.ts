import { isJson, type Json, listOf, membersOf, textsOf } from '../schemas/api-document.js';

/**
 * One method of a protocol buffer, given as its address and the fields of its messages, as OpenAPI. Field tables say what
 * there is and of which type; nothing is required by them.
 */
export function openapiFromFieldTables({ method, messages }: Json): Json {
  const { httpMethod, url, scopes, id } = isJson(method) ? method : {};
  const { origin, pathname } = new URL(String(url));
  const name = upperFirst(String(id).split('.').at(-1) ?? '');
  const path = decodeURIComponent(pathname);
  const bound = [...path.matchAll(/\{([a-z]+)Id\}/g)].map(([, field = '']) => field);
  return {
    openapi: '3.1.0',
    servers: [{ url: origin }],
    paths: {
      [path]: {
        [String(httpMethod).toLowerCase()]: {
          parameters: ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser'].map((query) => ({
            name: query,
            in: 'query',
          })),
          security: [{ token: textsOf(scopes) }],
          requestBody: { required: true, content: { 'application/json': { schema: reference(`${name}Request`) } } },
          responses: { 200: { content: { 'application/json': { schema: reference(`${name}Response`) } } } },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        membersOf(messages).map(([key, message]) => [
          key,
          toSchema(message, key === `${name}Request` ? bound : [], messages),
        ]),
      ),
      securitySchemes: { token: { type: 'oauth2' } },
    },
  };
}

/** `bound` are the fields that the path carries, which the body then must not. */
function toSchema(message: Json, bound: readonly string[], messages: unknown): Json {
  const enums = new Map(membersOf(messages).flatMap(([, { enums: own }]) => Object.entries(isJson(own) ? own : {})));
  const fields = membersOf(message.fields).filter(([name]) => !bound.includes(name));
  const properties = fields.map(([name, { type, repeated }]) => {
    const schema = ofType(String(type), isJson(messages) && String(type) in messages, enums);
    return [name, repeated === true ? { type: 'array', items: schema } : schema];
  });
  // At most one field of each group may be set.
  const groups = listOf(message.oneof).map(({ fields }) => ({
    title: `has more than one of ${textsOf(fields).join(', ')}`,
    not: { anyOf: pairs(textsOf(fields)).map((required) => ({ required })) },
  }));
  const exclusive = groups.filter(({ not }) => not.anyOf.length > 0);
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as Json,
    ...(properties.length === 0 && { additionalProperties: false }),
    ...(exclusive.length > 0 && { allOf: exclusive }),
  };
}

/** https://protobuf.dev/programming-guides/json/ */
const scalars: Readonly<Record<string, Json>> = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  int32: { type: 'integer' },
  int64: { type: ['string', 'integer'], format: 'int64' },
  double: { type: 'number' },
  'google.protobuf.Duration': { type: 'string', pattern: String.raw`^-?\d+(\.\d+)?s$` },
};

function ofType(type: string, isMessage: boolean, enums: ReadonlyMap<string, unknown>): Json {
  const values = enums.get(type);
  if (Array.isArray(values))
    return { type: 'string', enum: values.filter((value) => !String(value).endsWith('UNSPECIFIED')) };
  return scalars[type] ?? (isMessage ? reference(type) : {});
}

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function pairs(names: readonly string[]): string[][] {
  return names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]));
}

function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
