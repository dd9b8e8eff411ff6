import type { ApiClient } from './api-client.js';
import { errorsIn, type ToldError } from './decent-answer.js';

/** What a client gets, GraphQL and REST alike, whether it is good or not. */
export interface Answer {
  status: number;
  body: string;
  headers: Headers;
  errors: ToldError[];
}

export async function answerOf(reply: Response): Promise<Answer> {
  const body = await reply.text();
  return { status: reply.status, body, headers: reply.headers, errors: errorsIn(body) ?? [] };
}

export async function ask(client: ApiClient, query: string, variables: object = {}): Promise<Answer> {
  return answerOf(await client.request('POST', '/graphql', { query, variables }));
}

/** A REST request such as `GET /api/voice/calls`, with its body if it has one. */
export type Knock = string | readonly [request: string, body: unknown];

export async function send(client: ApiClient, knock: Knock): Promise<Answer> {
  const [request, body] = typeof knock === 'string' ? [knock] : knock;
  const [method = '', path = ''] = request.split(' ');
  return answerOf(await client.request(method, path, body));
}

/** The same with a body that may be no JSON. */
export async function sendText(client: ApiClient, request: string, body?: string | Uint8Array): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const { url, headers } = client;
  return answerOf(await fetch(url + path, { method, headers, ...(body !== undefined && { body: Buffer.from(body) }) }));
}
