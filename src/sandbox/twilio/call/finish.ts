import type { CallStatus } from '../state/call.js';
import { rfc2822 } from '../state/rfc2822.js';
import { callForm } from './call-form.js';
import type { Leg } from './leg.js';
import type { TwilioCallOutcome } from './played-call.js';
import type { HangUp } from './step.js';
import type { EffectiveTarget } from './target.js';

/** A call that never came to anything. */
export interface Failed {
  readonly hasFailed: true;
}

/** Writes down how a call ended, and tells whoever asked to hear of it. */
export async function finish(leg: Leg, target: EffectiveTarget, end: HangUp | Failed): Promise<TwilioCallOutcome> {
  const { account, statusCallbacks, webhooks, dialogue, alerts } = leg.parts;
  const status = statusOf(leg, end);
  const { seconds } = leg;
  const known = account.calls.find(leg.own.call.sid) ?? leg.own.call;
  const startedAt = known.start_time === null ? account.now() : new Date(known.start_time);
  const endedAt = new Date(startedAt.getTime() + seconds * 1000);
  const times = { start_time: rfc2822(startedAt), end_time: rfc2822(endedAt) };
  account.changeCall(known, { status, duration: String(seconds), ...times, price: priceOf(seconds) });
  await tellEnd(leg, target, status);
  await statusCallbacks.flush();
  const hungUpBy = 'hungUpBy' in end ? end.hungUpBy : 'line';
  const { sid } = known;
  return { sid, status, seconds, target: target.target, dialogue, requests: webhooks.log, alerts, hungUpBy };
}

async function tellEnd(leg: Leg, { statusCallback, applicationSid }: EffectiveTarget, status: string): Promise<void> {
  if (!statusCallback) return;
  const { account, statusCallbacks, timeline } = leg.parts;
  const lasted = { CallDuration: String(leg.seconds), Duration: String(Math.ceil(leg.seconds / 60)) };
  const form = callForm(leg.own.call, status, { ApplicationSid: applicationSid, ...lasted });
  await statusCallbacks.tell(statusCallback, form, { at: account.now(), atMs: timeline.elapsedMs });
}

function statusOf(leg: Leg, end: HangUp | Failed): CallStatus {
  if ('hasFailed' in end) return 'failed';
  if (leg.isAnswered) return 'completed';
  return end.status ?? 'no-answer';
}

/** By started minutes, as every leg is. */
function priceOf(seconds: number): string | null {
  return seconds === 0 ? null : (-0.0085 * Math.ceil(seconds / 60)).toFixed(4);
}
