import type { HttpFailure } from '../../../kernel/http/index.js';
import { fail, pass, skipped, warn, type Finding } from '../finding.js';
import { twilioAdvice as advice } from './twilio-advice.js';
import type { TwilioReading, TwilioState } from './twilio-reading.js';

const console = 'https://console.twilio.com/';
/** In the account’s currency: a handful of calls. */
const lowBalance = 2;

/** Whether Twilio lets us in. */
export function judgeCredentials(reading: TwilioReading): Finding {
  if (reading.kind === 'no account') return fail({ advice: advice.connect, helpUrl: console });
  if (reading.kind === 'unread' && !isClosed(reading)) return unread(reading.failure);
  return pass(reading.account?.name ?? reading.accountSid);
}

/** Twilio tells nothing more of an account that is suspended, whatever the key. */
export function isClosed({ account }: Pick<TwilioState, 'account'>): boolean {
  return typeof account?.status === 'string' && account.status !== 'active';
}

export function judgeAccount({ account }: Pick<TwilioState, 'account'>): Finding {
  if (!account) return skipped(notTold);
  const { status, isTrial } = account;
  if (status !== null && status !== 'active') {
    return fail({ observed: status, expected: 'active', advice: advice.account, helpUrl: console });
  }
  return isTrial
    ? warn({ observed: 'Trial', expected: 'Full', advice: advice.trial, helpUrl: console })
    : pass('active');
}

/** Undefined where Twilio does not tell: an account that is billed later has none. */
export function judgeBalance({ balance }: TwilioState): Finding | undefined {
  if (typeof balance?.amount !== 'string') return undefined;
  const observed = `${balance.amount} ${balance.currency ?? ''}`.trim();
  return Number(balance.amount) < lowBalance
    ? warn({ observed, advice: advice.balance, helpUrl: `${console}us1/billing/manage-billing/billing-overview` })
    : pass(observed);
}

const notTold = { en: 'Twilio does not tell this key.', fr: 'Twilio ne le dit pas à cette clé.' };

function unread(failure: HttpFailure): Finding {
  const isRefused = failure.kind === 'credential_rejected';
  const observed = failure.platformSaid().message ?? failure.safeMessage;
  return fail({ observed, advice: isRefused ? advice.credentials : advice.unavailable, helpUrl: console });
}
