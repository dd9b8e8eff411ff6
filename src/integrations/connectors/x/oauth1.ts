import { createHmac } from 'node:crypto';
import { Secret } from '../../../kernel/config/index.js';

/** The keys of an application and of the account that it acts for. */
export interface OAuth1Keys {
  apiKey: Secret;
  apiKeySecret: Secret;
  token: Secret;
  tokenSecret: Secret;
}

/** A request as it is signed: a JSON body is not part of it. */
export interface OAuth1Request {
  method: string;
  /** Without its query. */
  url: string;
  query: readonly (readonly [name: string, value: string])[];
  /** Not used before with the same second. */
  nonce: string;
  at: Date;
}

/**
 * The `Authorization` header of OAuth 1.0a (RFC 5849), as X wants it:
 * https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
 */
export function oauth1Authorization(keys: OAuth1Keys, request: OAuth1Request): Secret {
  const parameters: [string, string][] = [
    ['oauth_consumer_key', keys.apiKey.reveal()],
    ['oauth_nonce', request.nonce],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(Math.floor(request.at.getTime() / 1000))],
    ['oauth_token', keys.token.reveal()],
    ['oauth_version', '1.0'],
  ];
  const signature = signatureOf(keys, request, [...parameters, ...request.query]);
  const header = [...parameters, ['oauth_signature', signature] as const]
    .map(([name, value]) => `${name}="${encoded(value)}"`)
    .join(', ');
  return new Secret(`OAuth ${header}`);
}

function signatureOf(
  keys: OAuth1Keys,
  { method, url }: OAuth1Request,
  parameters: readonly (readonly [string, string])[],
): string {
  const pairs = parameters.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const base = [method, url, pairs.join('&')].map(encoded).join('&');
  const key = [keys.apiKeySecret, keys.tokenSecret].map((secret) => encoded(secret.reveal())).join('&');
  return createHmac('sha1', key).update(base).digest('base64');
}

/** RFC 3986: all but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
