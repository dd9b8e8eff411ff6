import type { HttpFailure } from '../../../kernel/http/index.js';
import type { LiveNumber } from '../../providers/vapi/provisioning/vapi-numbers.js';
import { fail, pass, skipped, type Finding } from '../finding.js';
import { offerAssignment, offerImport } from './number-repair.js';
import { vapiAdvice as advice } from './vapi-advice.js';
import type { VapiReading, VapiState } from './vapi-reading.js';

const dashboard = 'https://dashboard.vapi.ai/phone-numbers';

/** What of the other hops matters here. */
export interface NumberFacts {
  number: string | null;
  /** Ours; null where the number is only written down. */
  lineId: string | null;
  /** Of the Twilio account that has the number; undefined where that could not be read. */
  twilioAccountSid: string | undefined;
}

/** Whether Vapi lets us in. */
export function judgeVapiCredentials(reading: VapiReading): Finding {
  const helpUrl = 'https://dashboard.vapi.ai/org/api-keys';
  if (reading.kind === 'no account') return fail({ advice: advice.connect, helpUrl });
  if (reading.kind === 'read') return pass();
  const failure: HttpFailure = reading.failure;
  const isRefused = failure.kind === 'credential_rejected';
  const observed = failure.platformSaid().message ?? failure.safeMessage;
  return fail({ observed, advice: isRefused ? advice.credentials : advice.unavailable, helpUrl });
}

const absent = {
  en: 'Not looked at: Vapi does not have the number.',
  fr: 'Non vérifié : Vapi n’a pas ce numéro.',
};

/** Whether Vapi takes the calls of the number, and for whom. */
export function judgeVapiNumber({ number: found, live }: VapiState, facts: NumberFacts): Record<string, Finding> {
  const { number, lineId, twilioAccountSid } = facts;
  if (number === null) return allAbsent(fail({ advice: advice.noNumber }));
  if (!found) {
    const repair = lineId === null || !live ? {} : { repair: offerImport(lineId, number) };
    return allAbsent(fail({ expected: number, advice: advice.notImported, helpUrl: dashboard, ...repair }));
  }
  return {
    'vapi.number-imported': pass(found.id),
    'vapi.number-active': judgeActive(found.status ?? 'active'),
    'vapi.same-account': judgeAccount(found, twilioAccountSid),
    'vapi.assistant-assigned': judgeAssigned(found.id, found.assistantId, live?.id ?? null),
  };
}

function judgeActive(status: string): Finding {
  if (status === 'active') return pass(status);
  return fail({ observed: status, expected: 'active', advice: advice.numberInactive, helpUrl: dashboard });
}

function judgeAccount({ twilioAccountSid: live, provider }: LiveNumber, expected: string | undefined): Finding {
  if (expected === undefined || live === expected) return pass(live ?? undefined);
  return fail({ observed: live ?? provider, expected, advice: advice.otherAccount, helpUrl: dashboard });
}

function judgeAssigned(numberId: string, assigned: string | null, wanted: string | null): Finding {
  if (wanted === null)
    return skipped({
      en: 'Not looked at: the assistant is not at Vapi.',
      fr: 'Non vérifié : l’assistant n’est pas chez Vapi.',
    });
  if (assigned === wanted) return pass(assigned);
  return fail({
    observed: assigned ?? '—',
    expected: wanted,
    advice: advice.notAssigned,
    helpUrl: dashboard,
    repair: offerAssignment({ numberId, before: assigned, after: wanted }),
  });
}

function allAbsent(first: Finding): Record<string, Finding> {
  const others = ['vapi.number-active', 'vapi.same-account', 'vapi.assistant-assigned'];
  return { 'vapi.number-imported': first, ...Object.fromEntries(others.map((key) => [key, skipped(absent)])) };
}
