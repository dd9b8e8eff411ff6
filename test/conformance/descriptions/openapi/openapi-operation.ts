import type { DescribedOperation, DescribedReply, WireRequest } from '../described-operation.js';
import { isJson, type Json, listOf } from '../schemas/api-document.js';
import type { Entry, WireField } from '../schemas/wire-fields.js';
import { headerOf } from './headers.js';
import type { OpenapiParts } from './openapi-parts.js';
import { OpenapiReplies } from './openapi-replies.js';
import { restliEntries } from './restli-query.js';

interface MatchedOperation {
  readonly name: string;
  readonly item: Json;
  readonly operation: Json;
  /** The path's placeholders as the request has them. */
  readonly values: ReadonlyMap<string, string>;
}

/** What OpenAPI tells to ignore where it stands among the parameters: said elsewhere, or nobody's business. */
const standardHeaders = ['accept', 'content-type', 'user-agent', 'authorization'];

export class OpenapiOperation implements DescribedOperation {
  readonly name: string;
  private readonly replies: OpenapiReplies;
  private readonly parameters: readonly Json[];
  private readonly security: unknown;

  constructor(
    private readonly parts: OpenapiParts,
    private readonly matched: MatchedOperation,
  ) {
    const { name, item, operation } = matched;
    this.name = name;
    this.replies = new OpenapiReplies(parts, operation.responses);
    this.parameters = this.effectiveParameters([...listOf(item.parameters), ...listOf(operation.parameters)]);
    this.security = operation.security ?? parts.document.root.security;
  }

  problems(request: WireRequest): string[] {
    return [
      ...this.pathProblems(),
      ...this.queryProblems(request.url),
      ...this.headerProblems(request),
      ...this.parts.credentials.problems(this.security, request),
      ...this.parts.bodies.problems(this.matched.operation.requestBody, request),
    ];
  }

  reply(): DescribedReply | null {
    return this.replies.sample();
  }

  replyProblems(status: number, body: unknown): string[] {
    return this.replies.problems(status, body);
  }

  /** The operation's own come after those of its path, and stand in for them. */
  private effectiveParameters(declared: readonly Json[]): Json[] {
    const resolved = declared.map((parameter) => this.parts.document.resolve(parameter));
    return [
      ...new Map(
        resolved.map((parameter) => [`${String(parameter.in)} ${String(parameter.name)}`, parameter]),
      ).values(),
    ];
  }

  private pathProblems(): string[] {
    const entries = [...this.matched.values].map(([name, text]): Entry => [name, text]);
    const declared = this.fieldsIn('path').filter(({ name }) => this.matched.values.has(name));
    const names = new Set(declared.map(({ name }) => name));
    return this.parts.fields.problems(
      declared,
      entries.filter(([name]) => names.has(name)),
      'path',
    );
  }

  private queryProblems({ searchParams }: URL): string[] {
    const carriers = new Set(this.parts.credentials.queryNames(this.security));
    const entries = [...searchParams].filter(([name]) => !carriers.has(name));
    const fields = this.fieldsIn('query').filter(({ name }) => !carriers.has(name));
    const isRestli = this.parts.document.root['x-query'] === 'rest.li';
    return this.parts.fields.problems(fields, isRestli ? restliEntries(entries, fields) : entries, 'query');
  }

  private headerProblems({ headers }: WireRequest): string[] {
    const problems = this.fieldsIn('header').flatMap((field) => {
      if (standardHeaders.includes(field.name.toLowerCase())) return [];
      const text = headerOf(headers, field.name);
      return this.parts.fields.problems([field], text === undefined ? [] : [[field.name, text]], 'header');
    });
    const asks = this.fieldsIn('header').some(({ name, required }) => required && /^authorization$/i.test(name));
    return asks && !headerOf(headers, 'authorization')
      ? [...problems, 'no credential: Authorization is needed']
      : problems;
  }

  private fieldsIn(place: string): WireField[] {
    return this.parameters.filter((parameter) => parameter.in === place).map(toField);
  }
}

function toField(parameter: Json): WireField {
  const { name, required, schema, content, style, explode } = parameter;
  const [media] = isJson(content) ? Object.values(content) : [];
  const isSpread = explode ?? (style === undefined ? parameter.in === 'query' : style === 'form');
  return {
    name: String(name),
    schema: isJson(media) ? media.schema : (schema ?? {}),
    required: required === true,
    separator: isSpread === true ? null : (separators[String(style)] ?? ','),
    json: isJson(media),
    // Vendors describe such lists as the text of one of their items.
    several: /comma[- ]separated/i.test(String(parameter.description)),
  };
}

const separators: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };
