import type { FastifyRequest } from 'fastify';
import { GraphqlRequestRefused } from '../errors/graphql.errors.js';

export interface OperationRequest {
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  extensions: Record<string, unknown> | undefined;
}

type Part = 'query' | 'operationName' | 'variables' | 'extensions';

/** Reads an operation from a request as GraphQL over HTTP has it. @throws GraphqlRequestRefused */
export function readOperation(request: FastifyRequest): OperationRequest {
  return request.method === 'GET' ? fromUrl(request) : fromBody(request.body);
}

function fromBody(body: unknown): OperationRequest {
  if (Array.isArray(body)) {
    throw new GraphqlRequestRefused('BATCH_REFUSED', {
      en: 'Send one operation per request.',
      fr: 'Envoyez une seule opération par requête.',
    });
  }
  if (!isRecord(body)) throw malformed('query');
  const { query, operationName, variables, extensions } = body;
  return {
    query: text(query),
    operationName: optional('operationName', operationName, isText),
    variables: optional('variables', variables, isRecord),
    extensions: optional('extensions', extensions, isRecord),
  };
}

function fromUrl(request: FastifyRequest): OperationRequest {
  assertPreflighted(request);
  const { query, operationName, variables, extensions } = isRecord(request.query) ? request.query : {};
  return {
    query: text(query),
    operationName: optional('operationName', operationName, isText),
    variables: optional('variables', json('variables', variables), isRecord),
    extensions: optional('extensions', json('extensions', extensions), isRecord),
  };
}

/** The headers that browsers do not send elsewhere without asking first; names as Apollo's clients know them. */
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** A POST is JSON, for which a browser asks the server first; for a GET, a header must have made it ask. */
function assertPreflighted({ headers }: FastifyRequest): void {
  const isJson = headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';
  if (isJson || preflightHeaders.some((name) => headers[name] !== undefined && headers[name] !== '')) return;
  throw new GraphqlRequestRefused('PREFLIGHT_REQUIRED', {
    en: 'Send operations by POST as JSON, or a GET with the header Apollo-Require-Preflight.',
    fr: 'Envoyez les opérations par POST en JSON, ou un GET avec l’en-tête Apollo-Require-Preflight.',
  });
}

function text(query: unknown): string {
  if (isText(query) && query !== '') return query;
  throw malformed('query');
}

function optional<T>(part: Part, value: unknown, is: (value: unknown) => value is T): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (!is(value)) throw malformed(part);
  return value;
}

function json(part: Part, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (!isText(value)) throw malformed(part);
  try {
    return JSON.parse(value);
  } catch {
    throw malformed(part);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const expected: Record<Part, { en: string; fr: string }> = {
  query: { en: 'a text', fr: 'un texte' },
  operationName: { en: 'a text', fr: 'un texte' },
  variables: { en: 'an object', fr: 'un objet' },
  extensions: { en: 'an object', fr: 'un objet' },
};

function malformed(part: Part): GraphqlRequestRefused {
  return new GraphqlRequestRefused('REQUEST_MALFORMED', {
    en: `Send a JSON object in which "${part}" is ${expected[part].en}.`,
    fr: `Envoyez un objet JSON dans lequel « ${part} » est ${expected[part].fr}.`,
  });
}
