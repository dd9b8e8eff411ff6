import { isJson, type Json, listOf, membersOf, textsOf } from '../schemas/api-document.js';

/**
 * A discovery document of Google's as OpenAPI.
 * https://developers.google.com/discovery/v1/reference/apis#resource-representations
 */
export function openapiFromDiscovery(discovery: Json): Json {
  const methods = methodsOf(discovery);
  const paths: Record<string, Json> = {};
  for (const method of methods) {
    // The flat path names each part of a resource's name; the other hides them in one placeholder.
    const path = `/${String(method.flatPath ?? method.path).replaceAll('{+', '{')}`;
    const item = (paths[path] ??= {});
    item[String(method.httpMethod).toLowerCase()] = operationOf(method, discovery, path);
  }
  return {
    openapi: '3.1.0',
    servers: [{ url: discovery.baseUrl }],
    paths,
    components: { schemas: mapped(discovery.schemas), securitySchemes },
  };
}

const securitySchemes = {
  token: { type: 'oauth2' },
  tokenInQuery: { type: 'apiKey', in: 'query', name: 'access_token' },
};

function methodsOf(resource: Json): Json[] {
  const own = membersOf(resource.methods).map(([, method]) => method);
  return [...own, ...membersOf(resource.resources).flatMap(([, child]) => methodsOf(child))];
}

function operationOf(method: Json, discovery: Json, path: string): Json {
  const parameters = [...membersOf(discovery.parameters), ...membersOf(method.parameters)]
    .map(([name, parameter]) => toParameter(name, parameter))
    .filter((parameter) => parameter.in !== 'path' || path.includes(`{${String(parameter.name)}}`));
  const scopes = textsOf(method.scopes);
  return {
    parameters,
    security: scopes.length > 0 ? [{ token: scopes }, { tokenInQuery: [] }] : [],
    ...(isJson(method.request) && { requestBody: bodyOf(method, discovery) }),
    responses: isJson(method.response) ? { 200: jsonOf(toSchema(method.response)) } : { 204: {} },
  };
}

function bodyOf({ id, request }: Json, { schemas }: Json): Json {
  const schema = toSchema(request);
  const named = isJson(schemas) && isJson(request) ? schemas[String(request.$ref)] : undefined;
  const members = membersOf(isJson(named) ? named.properties : undefined);
  const required = members.filter(([, member]) => isNeeded(member, id)).map(([name]) => name);
  return { required: required.length > 0, ...jsonOf(required.length > 0 ? { allOf: [schema, { required }] } : schema) };
}

/** A member may be asked for by some methods only. */
function isNeeded({ annotations }: Json, method: unknown): boolean {
  return isJson(annotations) && textsOf(annotations.required).includes(String(method));
}

function jsonOf(schema: unknown): Json {
  return { content: { 'application/json': { schema } } };
}

function toParameter(name: string, parameter: Json): Json {
  const { location, required, repeated, minimum, maximum, ...rest } = parameter;
  const bounds = Object.entries({ minimum, maximum }).filter(([, bound]) => bound !== undefined);
  const schema = {
    ...listOf([toSchema(rest)])[0],
    ...Object.fromEntries(bounds.map(([key, bound]) => [key, Number(bound)])),
  };
  return {
    name,
    in: location,
    required: required === true,
    schema: repeated === true ? { type: 'array', items: schema } : schema,
  };
}

function mapped(schemas: unknown): Json {
  return Object.fromEntries(membersOf(schemas).map(([name, schema]) => [name, toSchema(schema)]));
}

/** References go by name; numbers of 64 bits are texts, for which numbers do as well: https://protobuf.dev/programming-guides/json/ */
function toSchema(node: unknown): unknown {
  if (!isJson(node)) return node;
  const { $ref, type, properties, items, additionalProperties, ...rest } = node;
  return {
    ...rest,
    ...(typeof $ref === 'string' && { $ref: `#/components/schemas/${$ref}` }),
    ...(typeof type === 'string' && type !== 'any' && { type: isWide(node) ? ['string', 'integer'] : type }),
    ...(isJson(properties) && { properties: mapped(properties) }),
    ...(isJson(items) && { items: toSchema(items) }),
    ...(isJson(additionalProperties) && { additionalProperties: toSchema(additionalProperties) }),
  };
}

function isWide({ type, format }: Json): boolean {
  return type === 'string' && (format === 'int64' || format === 'uint64');
}
