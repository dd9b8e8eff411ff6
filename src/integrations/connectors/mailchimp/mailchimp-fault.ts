import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

/** Problem details, with the refused fields: https://mailchimp.com/developer/marketing/docs/errors/ */
export function readMailchimpFault(reply: RawReply): Verdict | null {
  if (isBlocked(reply)) return { kind: 'rate_limited', code: 'blocked', retryAfterMs: blockedMs };
  const body = jsonObject(reply);
  const title = textOf(body.title);
  if (title === undefined) return tokenFault(body);
  const said = { code: title, message: [textOf(body.detail), ...fieldsOf(body.errors)].filter(Boolean).join(' ') };
  const kind = kindByTitle(title) ?? kindOfStatus(reply.status) ?? (reply.status < 500 ? 'invalid_input' : null);
  if (kind !== 'rights_missing') return kind && { kind, ...said };
  // The role of the user, the plan, or an account that was disabled.
  return { kind, ...said, missing: [textOf(body.detail) ?? title] };
}

/** How long the block lasts is not told. */
const blockedMs = 60_000;

/**
 * Mailchimp refuses with problem details; a 403 without them is of the network before it, for too many requests:
 * https://mailchimp.com/developer/marketing/docs/fundamentals/#throttling
 */
function isBlocked({ status, text }: RawReply): boolean {
  return status === 403 && !text.trimStart().startsWith('{');
}

/** RFC 6749, section 5.2, of the service that gives tokens. */
function tokenFault({ error, error_description: description }: Readonly<Record<string, unknown>>): Verdict | null {
  const code = textOf(error);
  const refused = code !== undefined && /^invalid_(client|grant|token)$/.test(code);
  return refused ? { kind: 'credential_rejected', code, message: textOf(description) } : null;
}

function kindByTitle(title: string): Verdict['kind'] | null {
  if (/^(api key (invalid|missing|revoked)|wrong ?data ?center)$/i.test(title)) return 'credential_rejected';
  if (/^(member exists|member in compliance state|resource (not )?unique)$/i.test(title)) return 'conflict';
  return null;
}

function fieldsOf(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null || !('message' in error)) return [];
    const field = 'field' in error ? textOf(error.field) : undefined;
    return [`${field ?? '?'}: ${textOf(error.message) ?? ''}`];
  });
}
