import { type ApiDocument, isJson, type Json, listOf, membersOf, textsOf } from './api-document.js';
import { formats } from './formats.js';
import { SchemaFacts } from './schema-facts.js';

/**
 * How a schema is read. For a request: closed, without what is read-only. For a reply: closed, without what is write-only.
 * As the vendor wrote it: open where it says nothing, for the vendor's own examples.
 */
export type Reading = 'request' | 'reply' | 'vendor';

type Schema = Json | boolean;

const jsonTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const numbers = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const counts = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];
const branches = ['anyOf', 'oneOf'] as const;

/** Of a member that must not be sent; the title is what is said about one that is. */
const readOnly: Json = { not: {}, title: 'is read-only' };

/**
 * Turns schemas of OpenAPI 3.0, 3.1 and discovery documents into JSON Schema 2020-12. Only keywords that say something
 * about a value are taken over. Unions become `anyOf`: vendors write `oneOf` over members that overlap, which nothing
 * could satisfy.
 */
export class SchemaTranslator {
  private readonly facts: SchemaFacts;

  constructor(
    private readonly document: ApiDocument,
    private readonly reading: Reading,
    /** The name under which the schema at a pointer is known. */
    private readonly refer: (pointer: string) => string,
  ) {
    this.facts = new SchemaFacts(document);
  }

  /** As the schema of a value: members that no part of it describes are refused. */
  closed(node: unknown): Schema {
    const schema = this.open(node);
    if (this.reading === 'vendor' || typeof schema === 'boolean') return schema;
    if (!this.describesMembers(node) || this.isMap(node)) return schema;
    return { ...schema, unevaluatedProperties: false };
  }

  /** As one that others may extend by further members; `isPart` where it stands among them, and may speak of theirs. */
  open(node: unknown, isPart = false): Schema {
    if (typeof node === 'boolean') return node;
    if (!isJson(node)) return true;
    const schema: Json = {
      ...(typeof node.$ref === 'string' && { $ref: this.refer(node.$ref) }),
      ...ofType(node),
      ...limits(node),
      ...this.members(node, isPart),
      ...this.items(node),
      ...this.compositions(node),
    };
    return node.nullable === true ? nullable(schema) : schema;
  }

  private members(node: Json, isPart: boolean): Json {
    const schema: Json = {};
    if (isJson(node.properties))
      schema.properties = Object.fromEntries(
        Object.entries(node.properties).map(([name, member]) => [name, this.member(member)]),
      );
    if (isJson(node.patternProperties))
      schema.patternProperties = Object.fromEntries(
        Object.entries(node.patternProperties).map(([pattern, member]) => [pattern, this.closed(member)]),
      );
    if (isJson(node.additionalProperties) || typeof node.additionalProperties === 'boolean')
      schema.additionalProperties = this.closed(node.additionalProperties);
    const required = textsOf(node.required)
      .filter((name) => !this.isOneWay(propertyOf(node, name)))
      .filter((name) => isPart || this.mayBeAsked(node, name));
    if (required.length > 0) schema.required = required;
    return schema;
  }

  private member(node: unknown): Schema {
    return this.reading === 'request' && this.isOneWay(node) ? readOnly : this.closed(node);
  }

  /** Whether a member belongs to the other direction only. */
  private isOneWay(node: unknown): boolean {
    if (this.reading === 'vendor') return false;
    const keyword = this.reading === 'request' ? 'readOnly' : 'writeOnly';
    return (isJson(node) && node[keyword] === true) || this.document.resolve(node)[keyword] === true;
  }

  /** Vendors ask for members that they do not have: misspelt, or of a name that they had once. */
  private mayBeAsked(node: Json, name: string): boolean {
    const members = this.facts.properties(node);
    return this.reading === 'vendor' || members.size === 0 || members.has(name);
  }

  /** Vendors write maps as objects of a few made-up members: their examples then have others. */
  private isMap(node: unknown): boolean {
    const { example } = this.document.resolve(node);
    if (!isJson(example)) return false;
    const known = this.facts.properties(node);
    const names = Object.keys(example);
    return names.filter((name) => !known.has(name)).length > names.length / 2;
  }

  private items(node: Json): Json {
    const schema: Json = {};
    if (isJson(node.items)) schema.items = this.closed(enumOfItems(node));
    if (Array.isArray(node.prefixItems)) schema.prefixItems = node.prefixItems.map((item) => this.closed(item));
    return schema;
  }

  private compositions(node: Json): Json {
    const schema: Json = {};
    if (Array.isArray(node.allOf)) schema.allOf = node.allOf.map((part) => this.open(part, true));
    if (isJson(node.not)) Object.assign(schema, { not: this.open(node.not, true), title: node.title });
    const unions = branches.flatMap((keyword) => (Array.isArray(node[keyword]) ? [node[keyword]] : []));
    const [union, ...others] = unions.map((parts) => parts.map((part) => this.branch(part)));
    if (union) schema.anyOf = union;
    if (others.length > 0) schema.allOf = [...listOf(schema.allOf), ...others.map((anyOf) => ({ anyOf }))];
    return schema;
  }

  /** A branch that is a free form leaves every member free, where it is the one that holds. */
  private branch(part: unknown): Schema {
    const schema = this.open(part, true);
    const isFree = isJson(schema) && schema.required === undefined && !this.describesMembers(part);
    return this.reading !== 'vendor' && isFree ? { additionalProperties: true, ...schema } : schema;
  }

  /** Whether a schema, through its parts and references, names any member. */
  private describesMembers(node: unknown, passed = new Set<Json>()): boolean {
    const schema = this.document.resolve(node);
    if (passed.has(schema)) return false;
    passed.add(schema);
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(schema[keyword]));
    return (
      membersOf(schema.properties).length > 0 ||
      membersOf(schema.patternProperties).length > 0 ||
      parts.some((part) => this.describesMembers(part, passed)) ||
      (node !== schema && isJson(node) && this.describesMembers({ ...node, $ref: undefined }, passed))
    );
  }
}

function ofType(node: Json): Json {
  const types = [node.type].flat().filter((type) => jsonTypes.includes(String(type)));
  const schema: Json = {};
  if (types.length > 0) schema.type = types.length === 1 ? types[0] : types;
  if (Array.isArray(node.enum) && node.enum.length > 0 && !types.includes('array')) schema.enum = node.enum;
  if (node.const !== undefined) schema.const = node.const;
  return schema;
}

function limits(node: Json): Json {
  const schema: Json = {};
  for (const keyword of [...numbers, ...counts]) {
    const value = node[keyword];
    if (typeof value === 'number') schema[keyword] = value;
  }
  // In OpenAPI 3.0 as in the drafts of its time: a flag beside the bound.
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (node[flag] !== true) continue;
    schema[flag] = schema[bound];
    schema[bound] = undefined;
  }
  if (node.uniqueItems === true) schema.uniqueItems = true;
  if (typeof node.format === 'string' && hasFormat(node.example, node.format)) schema.format = node.format;
  const pattern = typeof node.pattern === 'string' ? usablePattern(node.pattern) : null;
  if (pattern !== null && (typeof node.example !== 'string' || new RegExp(pattern, 'u').test(node.example)))
    schema.pattern = pattern;
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}

/** Of an example; vendors name formats that their own values do not have. */
function hasFormat(example: unknown, name: string): boolean {
  return typeof example !== 'string' || formats.get(name)?.(example) !== false;
}

/** A pattern as JSON Schema has it: vendors also write JavaScript literals, and what is no pattern at all. */
export function usablePattern(pattern: string): string | null {
  const bare = /^\/(.*)\/[a-z]*$/.exec(pattern)?.[1] ?? pattern;
  try {
    new RegExp(bare, 'u');
    return bare;
  } catch {
    return null;
  }
}

/** Vendors also write the enum of the items beside the list. */
function enumOfItems(node: Json): unknown {
  const { items, enum: values } = node;
  return isJson(items) && Array.isArray(values) && values.length > 0 && !items.enum
    ? { ...items, enum: values }
    : items;
}

function nullable(schema: Json): Json {
  const { type, enum: values, ...rest } = schema;
  const alone = !['$ref', 'allOf', 'anyOf', 'const', 'not'].some((keyword) => keyword in schema);
  if (!alone || typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...rest,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...new Set<unknown>([...(values as unknown[]), null])] }),
  };
}

function propertyOf(node: Json, name: string): unknown {
  return isJson(node.properties) ? node.properties[name] : undefined;
}
