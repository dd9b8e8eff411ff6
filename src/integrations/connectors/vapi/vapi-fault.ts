import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

const kinds: Readonly<Record<number, Verdict['kind']>> = {
  400: 'invalid_input',
  401: 'credential_rejected',
  403: 'rights_missing',
  404: 'not_found',
  409: 'conflict',
};

/** Vapi says `{ statusCode, error, message }`, with one message or several. */
export function readVapiFault(reply: RawReply): Verdict | null {
  const { error, message: said } = jsonObject(reply);
  const message = textOf(Array.isArray(said) ? said.join('; ') : said);
  const kind = kinds[reply.status];
  if (message === undefined || kind === undefined) return null;
  const verdict = { kind, code: textOf(error), message };
  return kind === 'rights_missing' ? { ...verdict, missing: [message] } : verdict;
}
