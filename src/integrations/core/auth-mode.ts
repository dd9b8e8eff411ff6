import { Secret } from '../../kernel/config/index.js';
import type { LocalizedText } from '../../kernel/errors/index.js';
import type { AccessGrant, GrantSource } from './access-grant.js';
import type { CredentialField } from './credential-field.js';
import type { CredentialValues } from './credential-values.js';

/** What a request carries so that the vendor knows who asks. */
export interface Signature {
  headers?: Readonly<Record<string, string | Secret>>;
  query?: Readonly<Record<string, string | Secret>>;
  /** Secrets that stand in the headers in another shape, to be blacked out as well. */
  secrets?: readonly Secret[];
}

/** The request to be signed, for the few vendors whose signature covers it (OAuth 1.0a). */
export interface SignedRequest {
  method: string;
  /** With its whole query. */
  url: URL;
  form: Readonly<Record<string, string>> | undefined;
  now: Date;
}

export type Sign = (values: CredentialValues, grant: AccessGrant | undefined, request: SignedRequest) => Signature;

/** One way to be let in by a vendor: what the user enters, and how requests are signed with it. */
export interface AuthMode {
  /** Stable: `api_key`, `oauth`, `service_account`. */
  readonly key: string;
  readonly label: LocalizedText;
  readonly fields: readonly CredentialField[];
  /** Where requests are signed with a token that has to be obtained first. */
  readonly grant?: GrantSource;
  readonly sign: Sign;
}

/** `Authorization: Bearer …` with a secret that the user entered. */
export function bearer(field: string): Sign {
  return (values) => ({ headers: { authorization: new Secret(`Bearer ${values.secret(field).reveal()}`) } });
}

/** `Authorization: Bearer …` with the token of the grant. */
export function grantBearer(): Sign {
  return (_values, grant) => ({ headers: { authorization: new Secret(`Bearer ${tokenOf(grant).reveal()}`) } });
}

/** A secret in a header of the vendor's own: `X-API-Key`. */
export function headerKey(name: string, field: string): Sign {
  return (values) => ({ headers: { [name]: values.secret(field) } });
}

/** HTTP Basic (RFC 7617) of two texts made from what was entered. */
export function basic(parts: (values: CredentialValues) => { user: string | Secret; password: string | Secret }): Sign {
  return (values) => {
    const { user, password } = parts(values);
    const joined = `${textOf(user)}:${textOf(password)}`;
    const secrets = [user, password].filter((part) => part instanceof Secret);
    return {
      headers: { authorization: new Secret(`Basic ${Buffer.from(joined).toString('base64')}`) },
      secrets,
    };
  };
}

function tokenOf(grant: AccessGrant | undefined): Secret {
  if (!grant) throw new Error('A request was signed before a token was obtained.');
  return grant.accessToken;
}

function textOf(part: string | Secret): string {
  return part instanceof Secret ? part.reveal() : part;
}
