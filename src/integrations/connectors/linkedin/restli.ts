import type { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';

/** A value as Rest.li has it; a URN is a text. */
export type RestliValue = string | number | boolean | readonly RestliValue[] | { readonly [name: string]: RestliValue };

export type RestliQuery = Readonly<Record<string, RestliValue | undefined>>;

interface RestliRead<T> {
  method: 'FINDER' | 'BATCH_GET';
  query: RestliQuery;
  reply: z.ZodType<T>;
}

/** A key in a path, such as a URN: encoded whole, brackets too. */
export function restliKey(key: string): string {
  return encodeURIComponent(key).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Asks a finder. Brackets, colons and commas of structures must not be encoded in the query, which no client that follows
 * the URL standard leaves alone, so that such a query travels in the body, as LinkedIn has it for long ones.
 *
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/protocol-version
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/query-tunneling
 */
export function restliFind<T>(client: VendorClient, path: string, { method, query, reply }: RestliRead<T>): Promise<T> {
  const parameters = Object.entries(query).flatMap(([name, value]): [string, RestliValue][] =>
    value === undefined ? [] : [[name, value]],
  );
  const plain = parameters.flatMap(([name, value]) => (typeof value === 'object' ? [] : [[name, value] as const]));
  if (plain.length === parameters.length) return client.get(path, { query: Object.fromEntries(plain), reply });
  const text = parameters.map(([name, value]) => `${name}=${restliText(value)}`).join('&');
  return client.post(path, {
    bytes: { content: Buffer.from(text), contentType: 'application/x-www-form-urlencoded' },
    headers: { 'x-http-method-override': 'GET', 'x-restli-method': method },
    readOnly: true,
    reply,
  });
}

function restliText(value: RestliValue): string {
  if (typeof value !== 'object') return restliKey(String(value));
  if (isList(value)) return `List(${value.map(restliText).join(',')})`;
  const members = Object.entries(value).map(([name, member]) => `${name}:${restliText(member)}`);
  return `(${members.join(',')})`;
}

function isList(value: object): value is readonly RestliValue[] {
  return Array.isArray(value);
}
