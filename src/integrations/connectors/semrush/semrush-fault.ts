import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, objectOf, textOf } from '../../core/read-json.js';

const nothingFound = 50;

/**
 * Three shapes, of which the first and the last come with 200 as well: `ERROR 120 :: WRONG KEY - ID PAIR` from reports of
 * version 3, `{"code", "message"}` from its projects, and `{"meta": {"success": false}, "error"}` from version 4.
 * https://developer.semrush.com/api/v3/seo/overview/, https://developer.semrush.com/api/v4/projects/overview/
 */
export function readSemrushFault(reply: RawReply): Verdict | null {
  const succeeded = reply.status >= 200 && reply.status < 300;
  const [, number, words] = /^\s*ERROR (\d+)(?:\s*::\s*([^\r\n]*))?/.exec(reply.text) ?? [];
  if (number !== undefined) {
    return succeeded && Number(number) === nothingFound ? null : verdictOn(Number(number), words);
  }
  const { meta, error, code, message } = jsonObject(reply);
  const refusal = objectOf(error);
  if (objectOf(meta).success === false) {
    return verdictV4(Number(objectOf(meta).status_code ?? reply.status), textOf(refusal.message));
  }
  const known = Number(code);
  return succeeded || Number.isNaN(known) || code === null ? null : verdictOn(known, textOf(message));
}

type Kind = Verdict['kind'];

const kinds: readonly [codes: readonly number[], kind: Kind][] = [
  [[70, 110, 120, 121, 122, 402, 404], 'credential_rejected'],
  [[130, 132, 133, 135], 'rights_missing'],
  [[131, 134, 136, 429], 'rate_limited'],
  [[500, 511], 'upstream_unavailable'],
  [[nothingFound, 512], 'not_found'],
  [[515], 'conflict'],
];

/** What the account lacks, as Semrush's own pages call it. */
const missingBy: Readonly<Record<number, string>> = {
  130: 'SEO Business',
  132: 'API units',
  133: 'database',
  135: 'SEO Business',
};

function verdictOn(code: number, message: string | undefined): Verdict {
  const [, kind] = kinds.find(([codes]) => codes.includes(code)) ?? [[], 'invalid_input' as const];
  const missing = missingBy[code];
  return { kind, code: String(code), message, ...(missing !== undefined && { missing: [missing] }) };
}

function verdictV4(status: number, message: string | undefined): Verdict {
  const said = { code: String(status), message };
  if (status === 401) return { kind: 'credential_rejected', ...said };
  if (status === 403) return { kind: 'rights_missing', ...said, missing: ['SEO Business', 'API units'] };
  if (status === 404) return { kind: 'not_found', ...said };
  if (status === 429) return { kind: 'rate_limited', ...said };
  return { kind: status >= 500 ? 'upstream_unavailable' : 'invalid_input', ...said };
}
