import { z } from 'zod';
import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readOAuthFault } from '../../core/oauth-fault.js';
import { jsonObject } from '../../core/read-json.js';
import { kindOfStatus } from '../../core/vendor-verdict.js';

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

/** What one API means by a fault where it means anything of its own. */
type OwnMeaning = (status: number, fault: GoogleFault) => Verdict | null;

/** Reads what Google's token service and its APIs refuse with. */
export function readGoogleFault(reply: RawReply, ownMeaning: OwnMeaning): Verdict | null {
  // `invalid_grant`: revoked, expired, or a clock that is wrong. Google answers it with 400.
  const refusal = readOAuthFault(reply);
  if (refusal) return refusal;
  const fault = apiFault.safeParse(jsonObject(reply)).data?.error;
  if (!fault) return null;
  const verdict = ownMeaning(reply.status, fault) ?? commonMeaning(reply.status);
  return verdict && { ...verdict, code: fault.status ?? undefined, message: fault.message ?? undefined };
}

function commonMeaning(status: number): Verdict | null {
  const kind = kindOfStatus(status);
  return kind && { kind };
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
