import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';
import { kindOfStatus, saidVerdict } from '../../core/vendor-verdict.js';

/** Neither the key nor the request is at fault, but the agent's role or the account: its plan, its features, its bills. */
const rightsCodes: ReadonlySet<string> = new Set([
  'access_denied',
  'require_feature',
  'inaccessible_field',
  'account_suspended',
  'max_agents_reached',
]);
const credentialCodes: ReadonlySet<string> = new Set(['invalid_credentials', 'password_lockout', 'password_expired']);

/** https://developers.freshdesk.com/api/#error */
export function readFreshdeskFault(reply: RawReply): Verdict | null {
  const body = jsonObject(reply);
  const problems = problemsOf(body.errors);
  const code = textOf(body.code) ?? problems.map((problem) => problem.code).find((each) => each !== undefined);
  const message = messageOf(textOf(body.message) ?? textOf(body.description), problems);
  if (code === undefined && message === undefined) return null;
  return saidVerdict(kindOf(reply.status, code ?? ''), { code, message });
}

function kindOf(status: number, code: string): Verdict['kind'] | null {
  if (credentialCodes.has(code)) return 'credential_rejected';
  if (rightsCodes.has(code)) return 'rights_missing';
  return code === 'duplicate_value' ? 'conflict' : kindOfStatus(status);
}

interface Problem {
  code: string | undefined;
  text: string;
}

function problemsOf(errors: unknown): Problem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((each: unknown) => {
    const { field, message, code, additional_info: info } = objectOf(each);
    // A conflict names what is there already: `{ "user_id": 434 }`.
    const more = typeof info === 'object' && info !== null ? JSON.stringify(info) : undefined;
    const text = [textOf(field), textOf(message), more].filter((part) => part !== undefined).join(': ');
    return text === '' ? [] : [{ code: textOf(code), text }];
  });
}

function messageOf(said: string | undefined, problems: readonly Problem[]): string | undefined {
  const parts = [said, ...problems.map(({ text }) => text)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('; ');
}
