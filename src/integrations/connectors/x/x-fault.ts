import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readOAuthFault } from '../../core/oauth-fault.js';
import { jsonObject, textOf } from '../../core/read-json.js';
import { kindOfStatus, untilReset } from '../../core/vendor-verdict.js';

type Fault = Readonly<Record<string, unknown>>;
type Kind = Verdict['kind'];

/** By the last part of a problem's `type`: https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
const kindsOfTypes: Readonly<Record<string, Kind>> = {
  'invalid-request': 'invalid_input',
  'resource-not-found': 'not_found',
  'resource-unavailable': 'upstream_unavailable',
  'internal-error': 'upstream_unavailable',
  'field-hydration-failure': 'upstream_unavailable',
  'rate-limit-exceeded': 'rate_limited',
  'client-forbidden': 'rights_missing',
  // Lasts until its period ends or the cap is raised in X’s console.
  'usage-capped': 'rights_missing',
  'unsupported-authentication': 'rights_missing',
  'oauth1-permissions': 'rights_missing',
  credits: 'rights_missing',
};

/** The codes of the older form, `{"errors":[{"code":89}]}`, that the sign-in still answers with. */
const kindsOfCodes: Readonly<Record<string, Kind>> = {
  '32': 'credential_rejected',
  '89': 'credential_rejected',
  '99': 'credential_rejected',
  '135': 'credential_rejected',
  '215': 'credential_rejected',
  '64': 'rights_missing',
  '261': 'rights_missing',
  '326': 'rights_missing',
  '453': 'rights_missing',
  '88': 'rate_limited',
  '187': 'conflict',
};

const missingByType: Readonly<Record<string, string>> = {
  'unsupported-authentication': 'OAuth 1.0a or OAuth 2.0 user context',
  'oauth1-permissions': 'Read and write',
  credits: 'X API credits',
  'usage-capped': 'X API usage cap',
};

/** What X means by a refusal. It also answers 200 with nothing but errors. */
export function readXFault(reply: RawReply): Verdict | null {
  const refusal = readOAuthFault(reply);
  if (refusal) return refusal.kind === 'rate_limited' ? { ...refusal, retryAfterMs: waitOf(reply) } : refusal;
  const fault = faultIn(jsonObject(reply), reply.status);
  return fault ? verdictOn(fault, reply) : null;
}

function verdictOn(fault: Fault, reply: RawReply): Verdict | null {
  const type = textOf(fault.type)?.split('/').pop() ?? '';
  const code = typeof fault.code === 'number' ? String(fault.code) : type;
  const message = textOf(fault.detail) ?? textOf(fault.message) ?? textOf(fault.title);
  const kind = kindOf(message, kindsOfTypes[type] ?? kindsOfCodes[code] ?? kindOfStatus(reply.status));
  switch (kind) {
    case null:
      return null;
    case 'rights_missing':
      return { kind, code, message, missing: missingBy(fault, type, message) };
    case 'rate_limited':
      return { kind, code, message, retryAfterMs: waitOf(reply) };
    default:
      return { kind, code, message };
  }
}

/** The problem itself, or the first of a list; a success with data may hold errors about a part of what was asked. */
function faultIn(body: Fault, status: number): Fault | undefined {
  if (status >= 200 && status < 300 && body.data !== undefined) return undefined;
  if (textOf(body.title) ?? textOf(body.detail)) return body;
  const errors: unknown[] = Array.isArray(body.errors) ? body.errors : [];
  const [first] = errors;
  return typeof first === 'object' && first !== null ? { ...first } : undefined;
}

/** X answers a text that was posted before with 403. */
function kindOf(message: string | undefined, kind: Kind | null): Kind | null {
  return kind === 'rights_missing' && /duplicate content/i.test(message ?? '') ? 'conflict' : kind;
}

function missingBy(fault: Fault, type: string, message: string | undefined): string[] {
  const missing = textOf(fault.required_enrollment) ?? missingByType[type] ?? message;
  return missing === undefined ? [] : [missing];
}

/** https://docs.x.com/x-api/fundamentals/rate-limits */
function waitOf(reply: RawReply): number | undefined {
  return untilReset(reply, 'x-rate-limit-reset');
}
