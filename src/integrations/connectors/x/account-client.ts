import { randomUUID } from 'node:crypto';
import type { Secret } from '../../../kernel/config/index.js';
import type { HttpMethod, HttpQuery } from '../../../kernel/http/index.js';
import type { VendorClient, VendorReply, VendorRequest } from '../../core/vendor-client.js';
import { oauth1Authorization } from './oauth1.js';
import { wayIn } from './x.auth.js';

export const xApi = 'https://api.x.com';

/** The part of a client that X lets an account use. */
export interface AccountClient {
  get<T>(path: string, request: VendorRequest<T>): Promise<T>;
  post<T>(path: string, request: VendorRequest<T>): Promise<T>;
  delete<T>(path: string, request: VendorRequest<T>): Promise<T>;
  call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>>;
}

/**
 * A client whose requests are made as the account, not as the application. With pasted keys each one is signed for itself,
 * which a mode's own signature cannot do since it does not see the request; else the token already stands for the account.
 */
export function asAccount(client: VendorClient): AccountClient {
  const call = <T>(method: HttpMethod, path: string, request: VendorRequest<T>) =>
    client.call(method, path, signed(client, { method, path, request }));
  return {
    call,
    get: async (path, request) => (await call('GET', path, request)).body,
    post: async (path, request) => (await call('POST', path, request)).body,
    delete: async (path, request) => (await call('DELETE', path, request)).body,
  };
}

function signed<T>(
  client: VendorClient,
  { method, path, request }: { method: HttpMethod; path: string; request: VendorRequest<T> },
): VendorRequest<T> {
  if (wayIn(client) !== 'account_keys') return request;
  const keys = {
    apiKey: entered(client, 'apiKey'),
    apiKeySecret: entered(client, 'apiKeySecret'),
    token: entered(client, 'userAccessToken'),
    tokenSecret: entered(client, 'userAccessTokenSecret'),
  };
  const url = `${xApi}${path}`;
  const query = pairsOf(request.query);
  const authorization = oauth1Authorization(keys, { method, url, query, nonce: randomUUID(), at: client.now() });
  return { ...request, headers: { ...request.headers, authorization } };
}

function entered(client: VendorClient, key: string): Secret {
  const secret = client.secret(key);
  if (!secret) throw new Error(`The credential "${key}" was not entered.`);
  return secret;
}

function pairsOf(query: HttpQuery = {}): [string, string][] {
  return Object.entries(query).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    // X takes lists as one text with commas, and no name twice.
    if (typeof value === 'object') throw new Error(`The parameter "${name}" is not a plain value.`);
    return [[name, String(value)]];
  });
}
