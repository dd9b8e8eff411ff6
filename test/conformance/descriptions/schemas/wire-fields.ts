import { type ApiDocument, isJson, type Json } from './api-document.js';
import type { SchemaChecker } from './schema-checker.js';
import { SchemaFacts } from './schema-facts.js';

/** A value that travels as text: a query parameter, a form's field. */
export interface WireField {
  readonly name: string;
  readonly schema: unknown;
  readonly required: boolean;
  /** Between the items of a list that is written as one text; null where each item is a field of its own. */
  readonly separator: string | null;
  /** Written as JSON. */
  readonly json: boolean;
  /** Several values in one text, though the schema is that of a single one. */
  readonly several: boolean;
}

export type Entry = readonly [name: string, text: string];

interface Read {
  readonly value?: unknown;
  readonly problems: readonly string[];
}

/** Reads fields by their schemas, as OpenAPI's styles write them, and checks what was read. */
export class WireFields {
  private readonly facts: SchemaFacts;

  constructor(
    document: ApiDocument,
    private readonly checker: SchemaChecker,
  ) {
    this.facts = new SchemaFacts(document);
  }

  problems(fields: readonly WireField[], entries: readonly Entry[], place: string): string[] {
    const left = new Set(entries);
    const problems = fields.flatMap((field) => this.problemsOf(field, left, place));
    return [...problems, ...[...left].map(([name]) => `${place}.${name} is not described`)];
  }

  /** The value that a text stands for by a schema: one that fits, else one of its type, else the text itself. */
  coerced(text: string, schema: unknown): unknown {
    const types = this.facts.types(schema);
    const meanings = meaningsOf(text, types);
    const fitting = meanings.filter((value) => this.checker.accepts(schema, value));
    const alike = meanings.filter(
      (value) => types.has(typeof value) || (types.has('integer') && Number.isInteger(value)),
    );
    const [first = text] = [...fitting, ...alike];
    return first;
  }

  private problemsOf(field: WireField, left: Set<Entry>, place: string): string[] {
    const at = `${place}.${field.name}`;
    const types = this.facts.types(field.schema);
    const own = take(left, ([name]) => name === field.name);
    if (own.length === 0) return this.spread(field, types, { left, at });
    const texts = own.map(([, text]) => text);
    const { value, problems } = this.read(field, types, texts);
    if (problems.length > 0) return problems.map((problem) => `${at} ${problem}`);
    const whole = this.checker.problems(field.schema, value, at);
    if (whole.length === 0 || !field.several || typeof value !== 'string') return whole;
    return value.split(',').flatMap((one) => this.checker.problems(field.schema, one, at));
  }

  private read(field: WireField, types: Set<string>, texts: string[]): Read {
    const [first = ''] = texts;
    if (types.has('array') && !(types.has('string') && texts.length === 1)) return this.list(field, texts);
    if (texts.length > 1) return { problems: [`is given ${texts.length} times`] };
    if (!field.json && !types.has('object')) return { value: this.coerced(first, field.schema), problems: [] };
    const value = fromJson(first);
    return value === undefined && !types.has('string') ? { problems: ['must be JSON'] } : { value, problems: [] };
  }

  private list({ schema, separator, json }: WireField, texts: string[]): Read {
    const [first = ''] = texts;
    const whole = texts.length === 1 && (json || first.startsWith('[')) ? fromJson(first) : undefined;
    if (Array.isArray(whole)) return { value: whole, problems: [] };
    if (json) return { problems: ['must be a list as JSON'] };
    if (separator !== null && texts.length > 1) return { problems: [`is given ${texts.length} times`] };
    const items = this.facts.items(schema);
    const parts = separator === null ? texts : first.split(separator);
    return { value: parts.map((text) => this.coerced(text, items)), problems: [] };
  }

  /** An object whose members are fields of their own: `page[size]=5`, or `size=5` where they are not nested. */
  private spread(field: WireField, types: Set<string>, { left, at }: { left: Set<Entry>; at: string }): string[] {
    const missing = field.required ? [`${at} is missing`] : [];
    if (types.size > 0 && !types.has('object')) return missing;
    const nested = take(left, ([name]) => name.startsWith(`${field.name}[`));
    if (nested.length > 0) {
      const paths = nested.map(([name, text]) => ({ path: bracketed(name.slice(field.name.length)), text }));
      return this.checker.problems(field.schema, this.tree(paths, field.schema), at);
    }
    const members = this.facts.properties(field.schema);
    const own = take(left, ([name]) => members.has(name));
    if (own.length === 0) return missing;
    const paths = own.map(([name, text]) => ({ path: [name], text }));
    return this.checker.problems(field.schema, this.tree(paths, field.schema), at);
  }

  private tree(fields: readonly { path: string[]; text: string }[], schema: unknown): unknown {
    const [only] = fields;
    if (fields.length === 1 && only?.path.length === 0) return this.coerced(only.text, schema);
    if (fields.every(({ path: [head] }) => head === '' || /^\d+$/.test(head ?? '')))
      return fields.map(({ path, text }) => this.tree([{ path: path.slice(1), text }], this.facts.items(schema)));
    const result: Json = {};
    for (const name of new Set(fields.map(({ path }) => path[0] ?? ''))) {
      const own = fields
        .filter(({ path }) => path[0] === name)
        .map(({ path, text }) => ({ path: path.slice(1), text }));
      result[name] = this.tree(own, this.facts.property(schema, name));
    }
    return result;
  }
}

/** What a text may stand for, the likeliest first. */
function meaningsOf(text: string, types: ReadonlySet<string>): unknown[] {
  const meanings: unknown[] = types.size === 0 || types.has('string') ? [text] : [];
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) meanings.push(Number(text));
  if (text === 'true' || text === 'false') meanings.push(text === 'true');
  if (text === '' || text === 'null') meanings.push(null);
  const json = /^[[{]/.test(text) ? fromJson(text) : undefined;
  return json === undefined ? meanings : [...meanings, json];
}

function take(entries: Set<Entry>, isWanted: (entry: Entry) => boolean): Entry[] {
  const wanted = [...entries].filter(isWanted);
  for (const entry of wanted) entries.delete(entry);
  return wanted;
}

/** `[page][size]` as its names. */
function bracketed(text: string): string[] {
  return [...text.matchAll(/\[([^\]]*)\]/g)].map(([, name = '']) => name);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A form's fields, by the schema of the form. */
export function fieldsOfForm(document: ApiDocument, schema: unknown): WireField[] {
  const facts = new SchemaFacts(document);
  const required = new Set(requiredOf(document, schema));
  return [...facts.properties(schema)].map(([name, member]) => ({
    name,
    schema: member,
    required: required.has(name),
    separator: null,
    json: false,
    several: false,
  }));
}

function requiredOf(document: ApiDocument, node: unknown): unknown[] {
  const schema = document.resolve(node);
  const own = Array.isArray(schema.required) ? (schema.required as unknown[]) : [];
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  return [...own, ...parts.filter(isJson).flatMap((part) => requiredOf(document, part))];
}
