import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type ApiDocument, isJson, listOf } from './api-document.js';
import { explained, nearestOf } from './schema-problems.js';
import { formats } from './formats.js';
import { type Reading, SchemaTranslator } from './schema-translation.js';

/** Checks values against the schemas of a description. A schema is compiled when it is first needed. */
export class SchemaChecker {
  private readonly ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    validateSchema: false,
    inlineRefs: false,
    logger: false,
  });
  private readonly translator: SchemaTranslator;
  private readonly names = new Map<string, string>();
  private readonly translated = new Map<string, unknown>();
  private readonly checks = new WeakMap<object, ValidateFunction>();

  constructor(
    private readonly document: ApiDocument,
    reading: Reading,
  ) {
    for (const [format, check] of formats) this.ajv.addFormat(format, check);
    this.translator = new SchemaTranslator(document, reading, (pointer) => this.name(pointer));
  }

  /**
   * What the schema has against a value, one line each, with `place` for where the value stands: `body.ticket.tags[0] must
   * be string`.
   */
  problems(schema: unknown, value: unknown, place: string): string[] {
    const check = this.check(schema);
    if (check(value)) return [];
    const errors = this.nearest(check.errors ?? []);
    // What a part that does not hold describes counts as undescribed for the whole: noise beside why it does not hold.
    const certain = errors.filter((error) => !this.isDescribedInPart(error));
    return [...new Set((certain.length > 0 ? certain : errors).map((error) => explained(error, place)))];
  }

  accepts(schema: unknown, value: unknown): boolean {
    return this.check(schema)(value);
  }

  private check(schema: unknown): ValidateFunction {
    if (!isJson(schema)) return this.ajv.compile(schema !== false);
    const known = this.checks.get(schema);
    if (known) return known;
    const check = this.ajv.compile(this.translator.closed(schema));
    this.checks.set(schema, check);
    return check;
  }

  private name(pointer: string): string {
    const known = this.names.get(pointer);
    if (known) return known;
    const name = `schema${this.names.size}`;
    this.names.set(pointer, name);
    const schema = this.translator.open(this.document.at(pointer));
    this.translated.set(name, schema);
    this.ajv.addSchema(schema, name);
    return name;
  }

  /** Of a member that counts as undescribed, whether any part of its schema describes it. */
  private isDescribedInPart({ keyword, params, parentSchema }: ErrorObject): boolean {
    return keyword === 'unevaluatedProperties' && this.describes(parentSchema, String(params.unevaluatedProperty));
  }

  private describes(schema: unknown, member: string, passed = new Set<unknown>()): boolean {
    if (!isJson(schema) || passed.has(schema)) return false;
    passed.add(schema);
    const parts = [...listOf(schema.allOf), ...listOf(schema.anyOf), this.translated.get(String(schema.$ref))];
    const isOwn = isJson(schema.properties) && member in schema.properties;
    return isOwn || parts.some((part) => this.describes(part, member, passed));
  }

  /**
   * Of a union that a value fits nothing of, what the nearest member has against it, in place of what they all have. The
   * complaints of the members stand right before the one of the union.
   */
  private nearest(errors: readonly ErrorObject[]): ErrorObject[] {
    const kept: ErrorObject[] = [];
    for (const error of errors) {
      if (error.keyword !== 'anyOf') {
        kept.push(error);
        continue;
      }
      const members = (error.schema as (object | boolean)[]).map((member) => this.errorsOf(member, error));
      kept.splice(Math.max(0, kept.length - members.flat().length));
      kept.push(...(nearestOf(members, error.instancePath) ?? [error]));
    }
    return kept;
  }

  private errorsOf(member: object | boolean, { data, instancePath }: ErrorObject): ErrorObject[] {
    const check = this.ajv.compile(member);
    if (check(data)) return [];
    return this.nearest(check.errors ?? []).map((error) => ({
      ...error,
      instancePath: `${instancePath}${error.instancePath}`,
    }));
  }
}
