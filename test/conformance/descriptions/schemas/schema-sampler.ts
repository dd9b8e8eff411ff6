import { type ApiDocument, isJson, type Json, listOf, textsOf } from './api-document.js';
import { textOf } from './sample-text.js';
import { SchemaChecker } from './schema-checker.js';

/** Beyond this many levels only what is required is filled in. */
const deepest = 5;

/** Members of an answer that would say that something failed. */
const faults = new Set(['error', 'errors']);

/** Makes values that fit schemas: of the vendor's examples the first that does, else one that is made up. Always the same. */
export class SchemaSampler {
  private readonly checker: SchemaChecker;

  constructor(private readonly document: ApiDocument) {
    this.checker = new SchemaChecker(document, 'vendor');
  }

  /** Of a media type's description; undefined where it describes nothing. */
  ofMedia(media: Json, isJsonText: boolean): unknown {
    const examples = [
      media.example,
      ...Object.values(isJson(media.examples) ? media.examples : {}).map((one) => this.valueOf(one)),
    ];
    const told = examples.filter((value) => value !== undefined).map((value) => (isJsonText ? parsed(value) : value));
    if (!isJson(media.schema) || Object.keys(media.schema).length === 0) return told[0];
    const fitting = told.find((value) => this.checker.accepts(media.schema, value));
    return fitting === undefined ? this.of(media.schema) : fitting;
  }

  of(schema: unknown): unknown {
    const full = this.sample(schema, { depth: 0, within: [] });
    if (this.checker.accepts(schema, full)) return full;
    const bare = this.sample(schema, { depth: deepest + 1, within: [] });
    return this.checker.accepts(schema, bare) ? bare : full;
  }

  private valueOf(example: unknown): unknown {
    return this.document.resolve(example).value;
  }

  /** Undefined where the schema is within itself, or says nothing at all. */
  private sample(node: unknown, at: Place): unknown {
    const schema = this.merged(node, at);
    if (!schema) return undefined;
    const told = this.told(schema);
    if (told !== undefined) return told;
    const place = { depth: at.depth + 1, within: [...at.within, ...schema.nodes] };
    switch (typeOf(schema.keywords)) {
      case 'object':
        return this.object(schema.keywords, place);
      case 'array':
        return this.list(schema.keywords, place);
      case 'string':
        return textOf(schema.keywords);
      case 'integer':
      case 'number':
        return numberOf(schema.keywords);
      case 'boolean':
        return true;
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  /** What the description itself gives as the value. */
  private told({ keywords, nodes }: Merged): unknown {
    const { const: constant, example, examples, default: usual, enum: values } = keywords;
    if (constant !== undefined) return constant;
    const told = [example, ...(Array.isArray(examples) ? (examples as unknown[]) : []), usual];
    const outermost = nodes[0] ?? keywords;
    const fitting = told.find(
      (value) => value !== undefined && value !== null && this.checker.accepts(outermost, value),
    );
    if (fitting !== undefined) return fitting;
    return Array.isArray(values) && typeOf(keywords) !== 'array'
      ? (values.find((value) => value !== null) as unknown)
      : undefined;
  }

  private object(keywords: Json, at: Place): Json {
    const { properties, required, additionalProperties, minProperties } = keywords;
    const needed = new Set(textsOf(required));
    const wanted = Object.entries(isJson(properties) ? properties : {}).filter(
      ([name]) => needed.has(name) || (at.depth <= deepest && !faults.has(name)),
    );
    const result: Json = {};
    for (const [name, member] of wanted) {
      const value = this.sample(member, at) ?? (needed.has(name) ? this.blank(member) : undefined);
      if (value !== undefined) result[name] = value;
    }
    const unnamed = () => this.sample(additionalProperties, at) ?? 'text';
    for (const name of needed) if (!(name in result)) result[name] = unnamed();
    const isMap = isJson(additionalProperties) && Object.keys(result).length < Number(minProperties ?? 1);
    if (isMap && at.depth <= deepest) result.key = unnamed();
    return result;
  }

  /** For what must be there though it cannot be made: it is within itself, or is not described. */
  private blank(node: unknown): unknown {
    return [null, 'text', {}, [], 1].find((value) => this.checker.accepts(node, value)) ?? null;
  }

  private list({ items, prefixItems, minItems }: Json, at: Place): unknown[] {
    if (Array.isArray(prefixItems)) return prefixItems.map((item) => this.sample(item, at) ?? this.blank(item));
    const item = this.sample(items ?? {}, at);
    const count = Math.max(Number(minItems ?? 0), at.depth > deepest ? 0 : 1);
    return item === undefined ? [] : Array.from({ length: count }, () => item);
  }

  /** A schema with all that it refers to and is made of; of a union the first member that can be made. */
  private merged(node: unknown, at: Place): Merged | null {
    const nodes: Json[] = [];
    const keywords: Json = {};
    return this.merge(node, { keywords, nodes }, at.within) ? { keywords, nodes } : null;
  }

  private merge(node: unknown, into: Merged, within: readonly Json[]): boolean {
    if (!isJson(node)) return node !== false;
    if (within.includes(node) || into.nodes.includes(node)) return false;
    into.nodes.push(node);
    const { $ref, allOf, anyOf, oneOf, ...own } = node;
    combine(into.keywords, own);
    if (typeof $ref === 'string' && !this.merge(this.document.at($ref), into, within)) return false;
    if (!listOf(allOf).every((part) => this.merge(part, into, within))) return false;
    return [anyOf, oneOf].every((union) => this.mergeOne(listOf(union), into, within));
  }

  private mergeOne(union: readonly Json[], into: Merged, within: readonly Json[]): boolean {
    if (union.length === 0) return true;
    for (const member of union) {
      const trial: Merged = { keywords: { ...into.keywords }, nodes: [...into.nodes] };
      if (this.document.resolve(member).type === 'null' || !this.merge(member, trial, within)) continue;
      Object.assign(into.keywords, trial.keywords);
      into.nodes.push(...trial.nodes.slice(into.nodes.length));
      return true;
    }
    return false;
  }
}

interface Place {
  readonly depth: number;
  /** The schemas that this one stands in. */
  readonly within: readonly Json[];
}

interface Merged {
  readonly keywords: Json;
  readonly nodes: Json[];
}

/** What stands further out counts first; members and what is required add up. */
function combine(into: Json, own: Json): void {
  for (const [keyword, value] of Object.entries(own)) {
    const known = into[keyword];
    if (keyword === 'properties' && isJson(value)) into.properties = { ...value, ...(isJson(known) ? known : {}) };
    else if (keyword === 'required' && Array.isArray(value)) into.required = [...textsOf(known), ...textsOf(value)];
    else if (keyword === 'enum' && Array.isArray(value) && Array.isArray(known))
      into.enum = known.filter((item) => value.includes(item));
    else into[keyword] ??= value;
  }
}

function typeOf({
  type,
  properties,
  items,
  enum: values,
  additionalProperties,
  pattern,
  format,
}: Json): string | undefined {
  const first = [type].flat().find((one) => typeof one === 'string' && one !== 'null');
  if (typeof first === 'string') return first;
  if (isJson(properties) || isJson(additionalProperties)) return 'object';
  if (isJson(items)) return 'array';
  if (type === 'null') return 'null';
  return Array.isArray(values) || pattern !== undefined || format !== undefined ? 'string' : undefined;
}

function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Json): number {
  const step = typeof multipleOf === 'number' ? multipleOf : 1;
  const isExclusive = exclusiveMinimum === true;
  const lowest =
    typeof exclusiveMinimum === 'number'
      ? exclusiveMinimum + step
      : typeof minimum === 'number'
        ? minimum + (isExclusive ? step : 0)
        : null;
  const highest =
    typeof exclusiveMaximum === 'number' ? exclusiveMaximum - step : typeof maximum === 'number' ? maximum : null;
  const wanted = Math.max(step, lowest ?? step);
  return Math.ceil(Math.min(wanted, highest ?? wanted) / step) * step;
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
