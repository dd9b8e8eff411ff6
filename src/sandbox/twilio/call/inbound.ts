import type { OwnedNumber } from '../twilio-world.js';
import type { Failed } from './finish.js';
import { follow } from './follow.js';
import type { Leg } from './leg.js';
import { applicationError } from './played-call.js';
import type { TakeCallAtVapi } from './scenario.js';
import type { HangUp } from './step.js';
import { type EffectiveTarget, isDemonstration } from './target.js';

interface Incoming {
  readonly owned: OwnedNumber;
  readonly target: EffectiveTarget;
  readonly vapi: TakeCallAtVapi | undefined;
}

/** Lets whatever the number leads to take the call. */
export async function takeCall(leg: Leg, { owned: { number }, target, vapi }: Incoming): Promise<HangUp | Failed> {
  const { voice } = target;
  if (!number.capabilities.voice || number.voice_receive_mode === 'fax') return { hasFailed: true };
  if (target.trunkSid !== null) return overTrunk(leg, target.trunkSid, vapi);
  if (!voice || isDemonstration(voice.url)) return demonstrate(leg);
  if (target.target.kind === 'server') return follow(leg, { document: voice, purpose: 'voice' });
  // Vapi is only posted to.
  if (voice.method === 'POST' && (await atVapi(leg, vapi))) return { hungUpBy: 'line' };
  return withoutVapi(leg, target, voice.url);
}

async function demonstrate(leg: Leg): Promise<HangUp> {
  leg.answer();
  await leg.says('Welcome to the demonstration of Twilio. This number has not been set up.', { language: 'en-US' });
  return { hungUpBy: 'line' };
}

async function withoutVapi(leg: Leg, { fallback }: EffectiveTarget, url: string): Promise<HangUp> {
  leg.alert(11200, `Got no document from ${url}`);
  const extra = { ErrorCode: '11200', ErrorUrl: url };
  if (fallback) return follow(leg, { document: fallback, purpose: 'fallback', extra });
  leg.answer();
  await leg.says(applicationError, { language: 'en-US' });
  return { hungUpBy: 'line' };
}

/** Says whether Vapi took the call. */
async function atVapi(leg: Leg, vapi: TakeCallAtVapi | undefined): Promise<boolean> {
  const { sid: callSid, account_sid: accountSid, to, from } = leg.own.call;
  const taken = await vapi?.({ callSid, accountSid, to, from, form: leg.form() });
  if (!taken) return false;
  leg.answer();
  await leg.parts.timeline.pass(taken.seconds * 1000);
  return true;
}

/** A trunk asks no server; what leads to Vapi by SIP is taken there. */
async function overTrunk(leg: Leg, trunkSid: string, vapi: TakeCallAtVapi | undefined): Promise<HangUp | Failed> {
  const urls = leg.parts.account.originationUrls.list().filter(({ trunk_sid: sid }) => sid === trunkSid);
  const leadsToVapi = urls.some(({ sip_url: url, enabled }) => enabled && /\bsip(\.eu)?\.vapi\.ai\b/.test(url));
  if (leadsToVapi && (await atVapi(leg, vapi))) return { hungUpBy: 'line' };
  return { hasFailed: true };
}
