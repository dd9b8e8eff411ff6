import type { DescribedOperation, DescribedReply, WireRequest } from '../described-operation.js';
import { headerOf, isJsonType, mediaTypeOf } from '../openapi/headers.js';
import { multipartParts } from '../openapi/multipart.js';
import { type ApiDocument, isJson, type Json, listOf } from '../schemas/api-document.js';
import { SchemaChecker } from '../schemas/schema-checker.js';
import { SchemaSampler } from '../schemas/schema-sampler.js';
import { type Entry, type WireField, WireFields } from '../schemas/wire-fields.js';
import { exampleId, generalParameters } from './graph-additions.js';
import { fieldNames } from './graph-fields.js';
import { schemaOfType } from './graph-types.js';

/** One call to a node or to one of its edges. */
export interface GraphApi {
  readonly node: string;
  readonly api: Json;
  /** Where it stands at a path of its own. */
  readonly path?: string;
}

/** What all operations share. */
export interface GraphParts {
  readonly document: ApiDocument;
  readonly known: { enums: Json; nodes: Json };
  readonly fields: WireFields;
  readonly requests: SchemaChecker;
  readonly replies: SchemaChecker;
  readonly sampler: SchemaSampler;
}

export function graphParts(document: ApiDocument, known: { enums: Json; nodes: Json }): GraphParts {
  const requests = new SchemaChecker(document, 'request');
  return {
    document,
    known,
    requests,
    fields: new WireFields(document, requests),
    replies: new SchemaChecker(document, 'reply'),
    sampler: new SchemaSampler(document),
  };
}

export class GraphOperation implements DescribedOperation {
  readonly name: string;

  constructor(
    private readonly parts: GraphParts,
    private readonly described: GraphApi,
    private readonly request: WireRequest,
  ) {
    const { node, api, path } = described;
    const edge = typeof api.endpoint === 'string' ? `/${api.endpoint}` : '';
    this.name = `${String(api.method)} /${path ?? `{${node}}${edge}`}`;
  }

  problems(request: WireRequest): string[] {
    const sent = sentIn(request);
    if (!sent) return ['body is not what its content type says'];
    const wire = this.parts.fields.problems(
      this.fieldsFor(sent.values),
      [...request.url.searchParams, ...sent.entries],
      'parameter',
    );
    const values = Object.entries(sent.values).flatMap(([name, value]) => this.valueProblems(name, value));
    return [...wire, ...values, ...this.fieldProblems(request), ...this.credentialProblems(request)];
  }

  reply(): DescribedReply | null {
    const json = (value: unknown) => ({
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify(value),
    });
    const isEdge = this.described.api.endpoint !== undefined;
    if (this.described.api.method !== 'GET') return json(isEdge ? { id: exampleId, success: true } : { success: true });
    const value = this.asked();
    return json(isEdge ? { data: [value], paging: { cursors: { before: 'QVFI', after: 'QVFJ' } } } : value);
  }

  replyProblems(status: number, body: unknown): string[] {
    const node = this.answered();
    if (status >= 400 || this.described.api.method !== 'GET' || node === null) return [];
    const schema = { $ref: `#/components/schemas/${node}` };
    const isEdge = this.described.api.endpoint !== undefined;
    return this.parts.replies.problems(isEdge ? pageOf(schema) : schema, body, 'body');
  }

  private fieldsFor(values: Json): WireField[] {
    return this.parameters()
      .filter(({ name }) => !(String(name) in values))
      .map(({ name, type, required }) => ({
        name: String(name),
        schema: this.schemaOf(type),
        required: required === true,
        separator: ',',
        json: false,
        several: false,
      }));
  }

  /** Of the values of a JSON body that are no texts. */
  private valueProblems(name: string, value: unknown): string[] {
    const parameter = this.parameters().find((one) => one.name === name);
    if (!parameter) return [`parameter.${name} is not described`];
    return this.parts.requests.problems(this.schemaOf(parameter.type), value, `parameter.${name}`);
  }

  private parameters(): Json[] {
    const own = listOf(this.described.api.params);
    return [...own, ...generalParameters.filter(({ name }) => !own.some((one) => one.name === name))];
  }

  /** Nodes are given by their id, or as a specification of their own. */
  private schemaOf(type: unknown): Json {
    return schemaOfType(String(type), { enums: this.parts.known.enums, nodes: {} });
  }

  /** A field that a node does not have fails the whole call. */
  private fieldProblems({ url }: WireRequest): string[] {
    const node = this.answered();
    const described = node === null ? undefined : this.parts.known.nodes[node];
    if (!isJson(described) || listOf(described.fields).length === 0) return [];
    const schema = this.parts.document.resolve({ $ref: `#/components/schemas/${String(node)}` });
    const known = Object.keys(isJson(schema.properties) ? schema.properties : {});
    return fieldNames(url.searchParams.get('fields') ?? '')
      .filter((name) => !known.includes(name))
      .map((name) => `parameter.fields: ${String(node)} has no ${name}`);
  }

  private credentialProblems({ url, headers }: WireRequest): string[] {
    const isPublic = this.described.api.isPublic === true;
    const bearer = /^(bearer|oauth) \S+$/i.test(headerOf(headers, 'authorization') ?? '');
    return isPublic || bearer || url.searchParams.get('access_token')
      ? []
      : ['no credential: an access token is needed'];
  }

  /** The node that is answered, or that an edge lists; null where it is not described. */
  private answered(): string | null {
    const { api, node } = this.described;
    if (api.endpoint === undefined && node in this.parts.known.nodes) return node;
    const name = String(api.return);
    return [name, `IG${name}ForIGOnlyAPI`, `IG${name}`].find((one) => one in this.parts.known.nodes) ?? null;
  }

  /** Of the node that is answered the fields that the request asks for. */
  private asked(): Json {
    const node = this.answered();
    const names = fieldNames(this.request.url.searchParams.get('fields') ?? '');
    if (node === null) return { id: exampleId, ...Object.fromEntries(names.map((name) => [name, 'text'])) };
    const sample = this.parts.sampler.of({ $ref: `#/components/schemas/${node}` });
    const fields = Object.entries(isJson(sample) ? sample : {});
    return Object.fromEntries(fields.filter(([name]) => names.length === 0 || name === 'id' || names.includes(name)));
  }
}

function pageOf(items: Json): Json {
  const properties = { data: { type: 'array', items }, paging: { type: 'object' }, summary: { type: 'object' } };
  return { type: 'object', required: ['data'], properties };
}

interface Sent {
  readonly entries: readonly Entry[];
  /** Of a JSON body, what is not text. */
  readonly values: Json;
}

/** The parameters in a body, which may be of any form; null where it is not of the form that it is said to be. */
function sentIn({ headers, body }: WireRequest): Sent | null {
  const contentType = headerOf(headers, 'content-type') ?? '';
  if (!body?.length) return { entries: [], values: {} };
  if (isJsonType(mediaTypeOf(contentType))) return sentAsJson(body);
  if (mediaTypeOf(contentType) !== 'multipart/form-data')
    return { entries: [...new URLSearchParams(body.toString('utf8'))], values: {} };
  const parts = multipartParts(contentType, body);
  return parts && { entries: parts.map(({ name, text, fileName }): Entry => [name, fileName ?? text]), values: {} };
}

function sentAsJson(body: Buffer): Sent | null {
  try {
    const content: unknown = JSON.parse(body.toString('utf8'));
    if (!isJson(content)) return null;
    const all = Object.entries(content);
    return {
      entries: all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      values: Object.fromEntries(all.filter(([, value]) => typeof value !== 'string')),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
