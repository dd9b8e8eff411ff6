import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject, textOf } from '../../core/read-json.js';

const kinds: Readonly<Record<number, Verdict['kind']>> = {
  400: 'invalid_input',
  401: 'credential_rejected',
  403: 'rights_missing',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

/** Twilio says `{ code, message, more_info, status }`: https://www.twilio.com/docs/api/errors */
export function readTwilioFault(reply: RawReply): Verdict | null {
  const { code, message: said } = jsonObject(reply);
  const message = textOf(said);
  const kind = kinds[reply.status];
  if (message === undefined || kind === undefined) return null;
  const verdict = { kind, code: typeof code === 'number' ? String(code) : undefined, message };
  return kind === 'rights_missing' ? { ...verdict, missing: [message] } : verdict;
}
