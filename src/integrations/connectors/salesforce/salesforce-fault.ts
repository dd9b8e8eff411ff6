import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readOAuthFault } from '../../core/oauth-fault.js';

const faults = z.array(z.object({ errorCode: z.string(), message: z.string().nullish() }));

const kinds: Readonly<Record<string, Verdict['kind']>> = {
  INVALID_SESSION_ID: 'credential_rejected',
  INVALID_AUTH_HEADER: 'credential_rejected',
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: 'credential_rejected',
  REQUEST_LIMIT_EXCEEDED: 'rate_limited',
  SERVER_UNAVAILABLE: 'upstream_unavailable',
  NOT_FOUND: 'not_found',
  ENTITY_IS_DELETED: 'not_found',
  DUPLICATES_DETECTED: 'conflict',
  DUPLICATE_VALUE: 'conflict',
  DUPLICATE_EXTERNAL_ID: 'conflict',
  UNABLE_TO_LOCK_ROW: 'conflict',
};

/** What is missing, for the codes that mean a right; the others name themselves. */
const rights: Readonly<Record<string, string>> = {
  API_DISABLED_FOR_ORG: 'API Enabled',
  API_CURRENTLY_DISABLED: 'API Enabled',
};

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export function readSalesforceFault(reply: RawReply): Verdict | null {
  const fault = firstFault(reply);
  if (!fault) return readOAuthFault(reply);
  const { errorCode: code, message } = fault;
  const said = { code, message: message ?? undefined };
  const kind = kinds[code];
  if (kind) return { kind, ...said };
  if (reply.status === 403) return { kind: 'rights_missing', ...said, missing: [rights[code] ?? message ?? code] };
  return reply.status === 400 ? { kind: 'invalid_input', ...said } : null;
}

/** The API answers with a list of faults, of which the first one tells. */
function firstFault({ text }: RawReply): z.output<typeof faults>[number] | undefined {
  try {
    return faults.safeParse(JSON.parse(text)).data?.[0];
  } catch {
    return undefined;
  }
}
