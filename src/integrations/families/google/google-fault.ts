import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { jsonObject } from '../../core/read-json.js';

/** https://cloud.google.com/apis/design/errors#error_model, with the older list of reasons beside it. */
const apiFault = z.object({
  error: z.object({
    message: z.string().nullish(),
    status: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string().nullish() })).nullish(),
    details: z
      .array(
        z.object({
          reason: z.string().nullish(),
          retryDelay: z.string().nullish(),
          metadata: z.object({ service: z.string().nullish() }).nullish(),
        }),
      )
      .nullish(),
  }),
});
export type GoogleFault = z.output<typeof apiFault>['error'];

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const tokenFault = z.object({ error: z.string(), error_description: z.string().nullish() });

/** The errors of the token service that new credentials mend. */
const refusals: readonly string[] = ['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_request'];

/** What one API means by a fault where it means anything of its own. */
type OwnMeaning = (status: number, fault: GoogleFault) => Verdict | null;

/** Reads what Google's token service and its APIs refuse with. */
export function readGoogleFault(reply: RawReply, ownMeaning: OwnMeaning): Verdict | null {
  const body = jsonObject(reply);
  const token = tokenFault.safeParse(body);
  if (token.success) return tokenVerdict(reply.status, token.data);
  const fault = apiFault.safeParse(body).data?.error;
  if (!fault) return null;
  const verdict = ownMeaning(reply.status, fault) ?? commonMeaning(reply.status);
  return verdict && { ...verdict, code: fault.status ?? undefined, message: fault.message ?? undefined };
}

/** `invalid_grant`: revoked, expired, or a clock that is wrong. Google answers it with 400. */
function tokenVerdict(status: number, { error, error_description }: z.output<typeof tokenFault>): Verdict | null {
  const said = { code: error, message: error_description ?? undefined };
  if (status === 429) return { kind: 'rate_limited', ...said };
  const refused = (status === 400 || status === 401) && refusals.includes(error);
  return refused ? { kind: 'credential_rejected', ...said } : null;
}

function commonMeaning(status: number): Verdict | null {
  switch (status) {
    case 400:
      return { kind: 'invalid_input' };
    case 401:
      return { kind: 'credential_rejected' };
    case 404:
      return { kind: 'not_found' };
    default:
      return null;
  }
}

/** Why, in Google's own words: `SERVICE_DISABLED`, `quotaExceeded`. */
export function reasonsOf({ status, errors, details }: GoogleFault): string[] {
  const reasons = [...(errors ?? []), ...(details ?? [])].map(({ reason }) => reason);
  return [status, ...reasons].filter((reason) => typeof reason === 'string');
}

/** The API that the cloud project has not enabled, where the fault names one. */
export function disabledService({ details }: GoogleFault): string | undefined {
  return details?.find(({ metadata }) => metadata?.service)?.metadata?.service ?? undefined;
}

/** `google.rpc.RetryInfo`: "30s". */
export function retryDelayMs({ details }: GoogleFault): number | undefined {
  const seconds = Number.parseFloat(details?.find(({ retryDelay }) => retryDelay)?.retryDelay ?? '');
  return Number.isNaN(seconds) ? undefined : Math.ceil(seconds * 1000);
}
