import { ask, send, type Knock } from './answers.js';
import type { ApiClient } from './api-client.js';
import { indecenciesOf } from './decent-answer.js';

/** Far more than a refusal takes, and far less than what is refused would. */
const longestRefusalMs = 2_000;

/** A clear refusal by GraphQL in both languages, within a moment. @returns its reason. */
export async function refusalOf(client: ApiClient, query: string, variables: object = {}): Promise<string> {
  const from = performance.now();
  const french = await ask(client.with({ 'accept-language': 'fr' }), query, variables);
  expect(performance.now() - from).toBeLessThan(longestRefusalMs);
  const english = await ask(client.with({ 'accept-language': 'en' }), query, variables);
  expect([indecenciesOf(french.status, french.body), indecenciesOf(english.status, english.body)]).toEqual([[], []]);
  const [error] = french.errors;
  if (!error) return `accepted: ${french.body.slice(0, 200)}`;
  expect(error.message).not.toBe(english.errors[0]?.message);
  expect(dataOf(french.body)).toEqual([]);
  return error.reason;
}

/** The root fields that were answered all the same. */
function dataOf(body: string): string[] {
  const { data } = JSON.parse(body) as { data?: Record<string, unknown> | null };
  return Object.entries(data ?? {}).flatMap(([name, value]) => (value === null ? [] : [name]));
}

/** A refusal over REST with this status, in both languages. */
export async function expectRefused(client: ApiClient, knock: Knock, status: number): Promise<void> {
  const french = await send(client.with({ 'accept-language': 'fr-FR,fr;q=0.9' }), knock);
  const english = await send(client.with({ 'accept-language': 'en' }), knock);
  const request = typeof knock === 'string' ? knock : knock[0];
  for (const answer of [french, english]) {
    expect([request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, status]);
    expect(answer.headers.get('x-request-id')).toBe(answer.errors[0]?.requestId);
  }
  expect(french.errors[0]?.message).not.toBe(english.errors[0]?.message);
}
