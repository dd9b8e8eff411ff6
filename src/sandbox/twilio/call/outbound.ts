import type { TwilioAccount } from '../state/twilio-account.js';
import { callForm } from './call-form.js';
import type { Failed } from './finish.js';
import { follow } from './follow.js';
import type { Leg } from './leg.js';
import type { NextDocument } from './live-calls.js';
import type { HangUp } from './step.js';
import type { EffectiveTarget } from './target.js';

/** What the API was asked to do with a call of ours. */
export interface CallOrder {
  readonly document: NextDocument;
  readonly target: EffectiveTarget;
  /** Of the status callbacks that are wanted. */
  readonly tells: ReadonlySet<string>;
  readonly statusCallback: EffectiveTarget['statusCallback'];
}

export function orderIn(form: URLSearchParams, account: TwilioAccount): CallOrder {
  const application = account.applications.find(form.get('ApplicationSid') ?? '');
  const voice = addressIn(form, 'Url', 'Method') ?? {
    url: application?.voice_url ?? '',
    method: application?.voice_method ?? 'POST',
  };
  const twiml = form.get('Twiml');
  const asked = form.getAll('StatusCallbackEvent').flatMap((text) => text.split(' '));
  const tells = new Set(asked.length === 0 ? ['completed'] : asked);
  // Status callbacks of the call are ignored where an application is named.
  const statusCallback = application ? null : addressIn(form, 'StatusCallback', 'StatusCallbackMethod');
  const target: EffectiveTarget = {
    target: { kind: 'server', url: voice.url },
    voice,
    fallback: addressIn(form, 'FallbackUrl', 'FallbackMethod'),
    statusCallback: tells.has('completed') ? statusCallback : null,
    applicationSid: application?.sid,
    trunkSid: null,
  };
  return { document: twiml === null ? voice : { twiml }, target, tells, statusCallback };
}

function addressIn(form: URLSearchParams, name: string, methodName: string) {
  const url = form.get(name);
  const method = form.get(methodName) === 'GET' ? 'GET' : 'POST';
  return url ? ({ url, method } as const) : null;
}

/** Rings whoever is called, and follows the document when they answer. */
export async function placeCall(
  leg: Leg,
  order: CallOrder,
  ends: HangUp['status'] | 'failed',
): Promise<HangUp | Failed> {
  await tell(leg, order, { event: 'initiated', status: 'initiated' });
  leg.parts.account.changeCall(leg.own.call, { status: 'ringing' });
  await tell(leg, order, { event: 'ringing', status: 'ringing' });
  await leg.parts.timeline.pass(ringingMs);
  if (ends === 'failed') return { hasFailed: true };
  if (ends !== undefined) return { hungUpBy: 'line', status: ends };
  leg.answer();
  await tell(leg, order, { event: 'answered', status: 'in-progress' });
  return follow(leg, { document: order.document, purpose: 'voice' });
}

const ringingMs = 4000;

async function tell(leg: Leg, order: CallOrder, { event, status }: { event: string; status: string }): Promise<void> {
  if (!order.statusCallback || !order.tells.has(event)) return;
  const { account, statusCallbacks, timeline } = leg.parts;
  const when = { at: account.now(), atMs: timeline.elapsedMs };
  await statusCallbacks.tell(order.statusCallback, callForm(leg.own.call, status), when);
}
