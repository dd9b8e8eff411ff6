import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { GrantSource } from '../../core/access-grant.js';

const tokenUrl = 'https://oauth2.googleapis.com/token';
const lifeSeconds = 3600;

const keyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.email(),
  private_key: z.string().startsWith('-----BEGIN'),
  private_key_id: z.string().optional(),
});
const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * Tokens for a Google service account by a signed assertion:
 * https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 *
 * @param field The secret field that holds the whole JSON key file.
 */
export function googleServiceAccount(field: string, scopes: readonly string[]): GrantSource {
  return {
    async obtain(tokens, values) {
      const account = readKeyFile(values.secret(field), field);
      const issuedAt = Math.floor(tokens.now().getTime() / 1000);
      const claims = { iss: account.email, scope: scopes.join(' '), aud: tokenUrl };
      const assertion = signed(account, { ...claims, iat: issuedAt, exp: issuedAt + lifeSeconds });
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: new Secret(assertion) };
      const reply = await tokens.ask({ url: tokenUrl, form, reply: tokenReply });
      return {
        accessToken: new Secret(reply.access_token),
        expiresAt: new Date(tokens.now().getTime() + reply.expires_in * 1000),
      };
    },
  };
}

interface ServiceAccount {
  email: string;
  key: KeyObject;
  keyId: string | undefined;
}

/** @throws InvalidInput when it is not the key file of a service account. */
function readKeyFile(secret: Secret, field: string): ServiceAccount {
  const { data } = keyFile.safeParse(parsedJson(secret.reveal()));
  const key = data && privateKey(data.private_key);
  if (key) return { email: data.client_email, key, keyId: data.private_key_id };
  const message = {
    en: 'Paste the whole JSON key file of the service account, from its first brace to its last.',
    fr: 'Collez le fichier de clé JSON complet du compte de service, de la première à la dernière accolade.',
  };
  throw new InvalidInput('INTEGRATIONS.NOT_A_KEY_FILE', message, [{ path: field, message }]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the key.
    return null;
  }
}

function privateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function signed({ key, keyId }: ServiceAccount, claims: Record<string, string | number>): string {
  const header = { alg: 'RS256', typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) };
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}
