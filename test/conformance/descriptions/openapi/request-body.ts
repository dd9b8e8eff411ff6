import type { WireRequest } from '../described-operation.js';
import { type ApiDocument, isJson, type Json } from '../schemas/api-document.js';
import type { SchemaChecker } from '../schemas/schema-checker.js';
import { SchemaFacts } from '../schemas/schema-facts.js';
import { toldMembers, withoutTold } from '../schemas/told-members.js';
import { type Entry, fieldsOfForm, WireFields } from '../schemas/wire-fields.js';
import { headerOf, isJsonType, mediaTypeOf } from './headers.js';
import { multipartParts } from './multipart.js';

/** Checks bodies of requests against what an operation describes as its own. */
export class RequestBodies {
  private readonly facts: SchemaFacts;
  private readonly fields: WireFields;

  constructor(
    private readonly document: ApiDocument,
    private readonly checker: SchemaChecker,
  ) {
    this.facts = new SchemaFacts(document);
    this.fields = new WireFields(document, checker);
  }

  problems(described: unknown, request: WireRequest): string[] {
    const { content, required } = this.document.resolve(described);
    const body = request.body?.length ? request.body : null;
    if (!body) return required === true ? ['body is missing'] : [];
    if (!isJson(content)) return ['body is not described'];
    if (Object.keys(content).length === 0) return [];
    const contentType = headerOf(request.headers, 'content-type') ?? '';
    const media = this.mediaOf(content, mediaTypeOf(contentType));
    if (!media) return [`content-type is "${contentType}" where ${Object.keys(content).join(', ')} is described`];
    const problems = this.contentProblems(media.schema, contentType, body);
    return withoutTold(problems, 'body', () => toldMembers(this.document, media));
  }

  private contentProblems(schema: unknown, contentType: string, body: Buffer): string[] {
    const mediaType = mediaTypeOf(contentType);
    if (isJsonType(mediaType)) return this.jsonProblems(schema, body);
    if (mediaType === 'application/x-www-form-urlencoded')
      return this.formProblems(schema, [...new URLSearchParams(body.toString('utf8'))]);
    if (mediaType === 'multipart/form-data') return this.multipartProblems(schema, contentType, body);
    return [];
  }

  private jsonProblems(schema: unknown, body: Buffer): string[] {
    try {
      const value: unknown = JSON.parse(body.toString('utf8'));
      return schema === undefined ? [] : this.checker.problems(schema, value, 'body');
    } catch (error) {
      if (error instanceof SyntaxError) return ['body is not JSON'];
      throw error;
    }
  }

  private formProblems(schema: unknown, entries: readonly Entry[]): string[] {
    const fields = fieldsOfForm(this.document, schema);
    return fields.length === 0 ? [] : this.fields.problems(fields, entries, 'body');
  }

  private multipartProblems(schema: unknown, contentType: string, body: Buffer): string[] {
    const parts = multipartParts(contentType, body);
    if (!parts) return ['body is not multipart/form-data with the boundary of its content type'];
    const fields = fieldsOfForm(this.document, schema);
    if (fields.length === 0) return [];
    const files = new Set(parts.filter(({ fileName }) => fileName !== null).map(({ name }) => name));
    const texts = parts.filter(({ name }) => !files.has(name)).map(({ name, text }): Entry => [name, text]);
    const textFields = fields.filter(({ name }) => !files.has(name));
    return [
      ...this.fields.problems(textFields, texts, 'body'),
      ...[...files].flatMap((name) => this.fileProblems(fields.find((field) => field.name === name)?.schema, name)),
    ];
  }

  private fileProblems(schema: unknown, name: string): string[] {
    if (schema === undefined) return [`body.${name} is not described`];
    const types = [...this.facts.types(schema), ...this.facts.types(this.facts.items(schema))];
    if (types.length === 0 || types.includes('string')) return [];
    return [`body.${name} is a file where ${types.join(' of ')} is described`];
  }

  /** The description of a media type: its own, else that of any, which says nothing of the form where it calls it a text. */
  private mediaOf(content: Json, mediaType: string): Json | undefined {
    const [family = ''] = mediaType.split('/');
    const own = Object.keys(content).find((key) => mediaTypeOf(key) === mediaType);
    const range = [`${family}/*`, '*/*'].find((key) => key in content);
    const media = content[own ?? range ?? ''];
    if (!isJson(media)) return undefined;
    return own === undefined && this.facts.types(media.schema).has('string') ? {} : media;
  }
}
