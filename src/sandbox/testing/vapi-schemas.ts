import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** Says what is wrong with a server message; nothing when it is as Vapi describes it. */
export type MessageCheck = (schemaName: string, message: unknown) => string[];

/**
 * Checks messages against Vapi's API description, more strictly than it asks for: members that it does not know are
 * refused, unless they have been seen in real bodies.
 */
export function vapiMessageCheck(descriptionPath: string): MessageCheck {
  // Read when first asked: where the description is absent, the tests that ask are skipped.
  let check: MessageCheck | undefined;
  return (name, message) => (check ??= openCheck(descriptionPath))(name, message);
}

function openCheck(descriptionPath: string): MessageCheck {
  const { components } = JSON.parse(readFileSync(descriptionPath, 'utf8')) as { components: { schemas: Schemas } };
  const schemas = mapValues(components.schemas, (schema) => corrected(schema) as Schema);
  amend(schemas);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'vapi', components: { schemas: mapValues(schemas, closed) } });
  const checks = new Map<string, ValidateFunction>();
  return (name, message) => {
    const check = checks.get(name) ?? ajv.compile({ $ref: `vapi#/components/schemas/${name}` });
    checks.set(name, check);
    if (check(message)) return [];
    return (check.errors ?? []).map(({ instancePath, message: fault, params }) =>
      [instancePath, fault, JSON.stringify(params)].join(' '),
    );
  };
}

/**
 * Faults of the description that no body could satisfy: unions whose members overlap written as `oneOf`, `enum` of the
 * items repeated on the list or empty, patterns written as JavaScript literals.
 */
function corrected(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(corrected);
  if (!isSchema(node)) return node;
  const { oneOf, ...rest } = node;
  const result: Schema = mapValues(rest, corrected);
  if (Array.isArray(oneOf)) result.anyOf = oneOf.map(corrected);
  if (rest.type === 'array' || isEmptyList(rest.enum)) delete result.enum;
  const literal = typeof rest.pattern === 'string' ? /^\/(.*)\/[a-z]*$/.exec(rest.pattern) : null;
  if (literal) result.pattern = literal[1];
  return result;
}

/** Seen in bodies that Vapi has sent, or in its guides, though the description lacks it: docs of the same names. */
const seenMembers: Record<string, Record<string, Schema>> = {
  ServerMessageToolCalls: { toolCalls: { type: 'array', items: { $ref: '#/components/schemas/ToolCall' } } },
  ServerMessageEndOfCallReport: {
    costBreakdown: { $ref: '#/components/schemas/CostBreakdown' },
    durationMs: { type: 'number' },
    durationSeconds: { type: 'number' },
    durationMinutes: { type: 'number' },
    // Until 2025 beside the artifact too.
    transcript: { type: 'string' },
    summary: { type: 'string' },
    messages: { type: 'array' },
    recordingUrl: { type: 'string' },
    stereoRecordingUrl: { type: 'string' },
  },
};

function amend(schemas: Schemas): void {
  for (const [name, members] of Object.entries(seenMembers)) Object.assign(propertiesOf(schemas, name), members);
  // An enum of texts and a list of numbers, both described as objects.
  propertiesOf(schemas, 'BackoffPlan').type = { type: 'string', enum: ['fixed', 'exponential'] };
  propertiesOf(schemas, 'BackoffPlan').excludedStatusCodes = { type: 'array', items: { type: 'number' } };
  // A code such as fr.
  propertiesOf(schemas, 'NeuphonicVoice').language = { type: 'string' };
  // Messages carry the number as it is stored, not as it was created.
  for (const [name, schema] of Object.entries(schemas)) {
    const { phoneNumber } = name.startsWith('ServerMessage') && isSchema(schema.properties) ? schema.properties : {};
    if (isSchema(phoneNumber)) phoneNumber.anyOf = [{ $ref: '#/components/schemas/TwilioPhoneNumber' }];
  }
  // Arguments really arrive as an object; two guides show flat tool calls.
  propertiesOf(schemas, 'ToolCallFunction').arguments = { type: ['string', 'object'] };
  const object = { type: 'object' };
  const text = { type: 'string' };
  const flat = (key: string) => ({
    ...object,
    properties: { id: text, name: text, [key]: object },
    required: ['id', 'name', key],
  });
  schemas.ToolCall = { anyOf: [{ ...schemas.ToolCall }, flat('arguments'), flat('parameters')] };
}

/** Refuses members that are not described. */
function closed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(closed) as T;
  if (!isSchema(node)) return node;
  const result = mapValues(node, closed);
  const composed = 'allOf' in result || 'anyOf' in result;
  if (isSchema(result.properties) && result.type === 'object' && !composed) result.additionalProperties ??= false;
  return result as T;
}

function propertiesOf(schemas: Schemas, name: string): Schema {
  const properties = schemas[name]?.properties;
  if (!isSchema(properties)) throw new Error(`Vapi's description has no ${name} any more.`);
  return properties;
}

function mapValues<V, W>(object: Record<string, V>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isSchema(node: unknown): node is Schema {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
