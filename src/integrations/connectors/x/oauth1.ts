import { Secret } from '../../../kernel/config/index.js';
import { hmac } from '../../../kernel/crypto/index.js';
import type { SignedRequest } from '../../core/auth-mode.js';

/** The keys of an application and of the account that it acts for. */
export interface OAuth1Keys {
  apiKey: Secret;
  apiKeySecret: Secret;
  token: Secret;
  tokenSecret: Secret;
}

type Pair = readonly [name: string, value: string];

/**
 * The `Authorization` header of OAuth 1.0a (RFC 5849), as X wants it; a JSON body is not part of what is signed:
 * https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
 *
 * @param nonce Not used before with the same second.
 */
export function oauth1Authorization(keys: OAuth1Keys, request: SignedRequest, nonce: string): Secret {
  const parameters: Pair[] = [
    ['oauth_consumer_key', keys.apiKey.reveal()],
    ['oauth_nonce', nonce],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(Math.floor(request.now.getTime() / 1000))],
    ['oauth_token', keys.token.reveal()],
    ['oauth_version', '1.0'],
  ];
  const header = [...parameters, ['oauth_signature', signatureOf(keys, request, parameters)] as const]
    .map(([name, value]) => `${name}="${encoded(value)}"`)
    .join(', ');
  return new Secret(`OAuth ${header}`);
}

function signatureOf(keys: OAuth1Keys, { method, url, form }: SignedRequest, parameters: readonly Pair[]): string {
  // In the order of their names: a space stands before whatever else there is after encoding, which `=` does not.
  const pairs = [...parameters, ...url.searchParams, ...Object.entries(form ?? {})]
    .map(([name, value]) => `${encoded(name)} ${encoded(value)}`)
    .sort()
    .map((pair) => pair.replace(' ', '='));
  const base = [method, `${url.origin}${url.pathname}`, pairs.join('&')].map(encoded).join('&');
  const key = [keys.apiKeySecret, keys.tokenSecret].map((secret) => encoded(secret.reveal())).join('&');
  return hmac('sha1', key, base).toString('base64');
}

/** RFC 3986: all but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
