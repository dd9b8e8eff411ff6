import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { kindOfOAuthError } from '../../core/oauth-fault.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/** https://developer.zendesk.com/api-reference/introduction/requests/#response-format */
export function readZendeskFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  if (reply.status < 300) return isAnonymous(body) ? { kind: 'credential_rejected', code: 'anonymous' } : null;
  const { code, message } = wordsOf(body);
  if (code === undefined) return null;
  return saidVerdict(kindOf(reply.status, code), { code, message });
}

/** Who is not known is answered 200 with a user without id: https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self */
function isAnonymous({ user }: Readonly<Record<string, unknown>>): boolean {
  return typeof user === 'object' && user !== null && 'id' in user && user.id === null;
}

function kindOf(status: number, code: string): Verdict['kind'] | null {
  // Of a token, by RFC 6750, section 3.1.
  if (code === 'invalid_token') return 'credential_rejected';
  if (code === 'insufficient_scope') return 'rights_missing';
  return kindOfOAuthError(code) ?? kindOfStatus(status);
}

interface Words {
  code: string | undefined;
  message: string | undefined;
}

/** `error` is a code with `description` and `details` beside it, or an object of `title` and `message`. */
function wordsOf({ error, description, error_description, details }: Readonly<Record<string, unknown>>): Words {
  if (typeof error === 'object' && error !== null) {
    const { title, message } = objectOf(error);
    return { code: textOf(title), message: textOf(message) };
  }
  const said = [textOf(description) ?? textOf(error_description), ...problemsOf(details)];
  return { code: textOf(error), message: said.filter((part) => part !== undefined).join('; ') || undefined };
}

function problemsOf(details: unknown): (string | undefined)[] {
  return Object.values(objectOf(details))
    .flat()
    .map((problem) => textOf(objectOf(problem).description));
}
