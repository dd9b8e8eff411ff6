import { type ApiDocument, isJson, type Json, listOf } from './api-document.js';

/** What can be said of a schema without a value. */
export class SchemaFacts {
  constructor(private readonly document: ApiDocument) {}

  /** The types that values may have, through references and unions; none where it does not say. */
  types(node: unknown): Set<string> {
    const schemas = this.parts(node);
    const types = schemas.flatMap(({ type }) => [type].flat()).filter((type) => typeof type === 'string');
    if (types.length === 0 && schemas.some(({ properties }) => isJson(properties))) return new Set(['object']);
    if (types.length === 0 && schemas.some(({ items }) => isJson(items))) return new Set(['array']);
    return new Set(types);
  }

  /** The schemas of an object's members by name. */
  properties(node: unknown): Map<string, unknown> {
    return new Map(
      this.parts(node).flatMap(({ properties }) => (isJson(properties) ? Object.entries(properties) : [])),
    );
  }

  /** The schema of one member: under its name, else that of those without one; undefined where there is neither. */
  property(node: unknown, name: string): unknown {
    const others = this.parts(node).map(({ additionalProperties }) => additionalProperties);
    return this.properties(node).get(name) ?? others.find((schema) => isJson(schema) || schema === true);
  }

  items(node: unknown): unknown {
    return this.parts(node).find(({ items }) => isJson(items))?.items ?? {};
  }

  /** A schema and all that it is made of. */
  private parts(node: unknown, passed = new Set<Json>()): Json[] {
    const schema = this.document.resolve(node);
    if (passed.has(schema)) return [];
    passed.add(schema);
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(schema[keyword]));
    return [schema, ...parts.flatMap((part) => this.parts(part, passed))];
  }
}
