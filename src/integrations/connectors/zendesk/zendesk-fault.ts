import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

/** Of the token service (RFC 6749, section 5.2). */
const credentialCodes: ReadonlySet<string> = new Set([
  'invalid_token',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
]);
const scopeCodes: ReadonlySet<string> = new Set(['invalid_scope', 'insufficient_scope']);

/** https://developer.zendesk.com/api-reference/introduction/requests/#response-format */
export function readZendeskFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  if (reply.status < 300) return isAnonymous(body) ? { kind: 'credential_rejected', code: 'anonymous' } : null;
  const { code, message } = wordsOf(body);
  if (code === undefined) return null;
  const kind = kindOf(reply.status, code);
  if (kind !== 'rights_missing') return kind && { kind, code, message };
  return { kind, code, message, missing: [message ?? code] };
}

/** Who is not known is answered 200 with a user without id: https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self */
function isAnonymous({ user }: Readonly<Record<string, unknown>>): boolean {
  return typeof user === 'object' && user !== null && 'id' in user && user.id === null;
}

function kindOf(status: number, code: string): Verdict['kind'] | null {
  if (credentialCodes.has(code)) return 'credential_rejected';
  if (scopeCodes.has(code)) return 'rights_missing';
  switch (status) {
    case 401:
      return 'credential_rejected';
    case 403:
      return 'rights_missing';
    case 404:
      return 'not_found';
    case 409:
      return 'conflict';
    case 400:
    case 422:
      return 'invalid_input';
    default:
      return null;
  }
}

interface Words {
  code: string | undefined;
  message: string | undefined;
}

/** `error` is a code with `description` and `details` beside it, or an object of `title` and `message`. */
function wordsOf({ error, description, error_description, details }: Readonly<Record<string, unknown>>): Words {
  if (typeof error === 'object' && error !== null) {
    const { title, message } = jsonObject({ text: JSON.stringify(error) });
    return { code: textOf(title), message: textOf(message) };
  }
  const said = [textOf(description) ?? textOf(error_description), ...problemsOf(details)];
  return { code: textOf(error), message: said.filter((part) => part !== undefined).join('; ') || undefined };
}

function problemsOf(details: unknown): (string | undefined)[] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.values(details)
    .flat()
    .map((problem: unknown) => textOf(jsonObject({ text: JSON.stringify(problem) }).description));
}
