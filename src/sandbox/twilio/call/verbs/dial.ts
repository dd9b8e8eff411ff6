import { rfc2822 } from '../../state/rfc2822.js';
import type { TwimlElement } from '../../twiml/twiml-document.js';
import { Caller } from '../caller.js';
import { callForm } from '../call-form.js';
import { Leg } from '../leg.js';
import type { DialledEnd } from '../scenario.js';
import type { Place, Step } from '../step.js';
import { resolve } from './resolve.js';

const usualSeconds = 30;
const ringingMs = 4000;

/** A number that is dialled: what stands in the document about it. */
interface Callee {
  readonly to: string;
  readonly number: TwimlElement | null;
}

/** Rings the numbers one after the other, until one answers. */
export async function dial(verb: TwimlElement, place: Place): Promise<Step | null> {
  const { leg } = place;
  const { attributes } = verb;
  if (!mayShow(attributes.callerId, leg)) {
    leg.alert(13214, `Dial: invalid callerId value "${attributes.callerId ?? ''}"`);
    return null;
  }
  let extra: Readonly<Record<string, string>> = {};
  for (const callee of calleesOf(verb)) {
    const ended = await ring(callee, { verb, place });
    extra = ended.extra;
    if (ended.isAnswered) break;
  }
  if (attributes.action === undefined) return null;
  return { document: resolve(attributes.action, attributes.method, place), purpose: 'action', extra };
}

function calleesOf({ children, text }: TwimlElement): Callee[] {
  if (children.length === 0) return [{ to: text, number: null }];
  return children.map((number) => ({ to: number.text, number }));
}

/** A number of the account, or the caller's own. */
function mayShow(callerId: string | undefined, { parts, own }: Leg): boolean {
  return callerId === undefined || callerId === own.call.from || parts.account.findNumber(callerId) !== null;
}

async function ring(
  { to, number }: Callee,
  { verb, place }: { verb: TwimlElement; place: Place },
): Promise<{ extra: Readonly<Record<string, string>>; isAnswered: boolean }> {
  const { leg } = place;
  const { account, dialled, timeline } = leg.parts;
  const from = verb.attributes.callerId ?? leg.own.call.from;
  const parent = { direction: 'outbound-dial', parent_call_sid: leg.own.call.sid } as const;
  const child = account.addCall({ ...parent, to, from, status: 'ringing' });
  const end = endOf(to, leg, dialled);
  const childLeg = new Leg(leg.parts, {
    call: child,
    caller: new Caller(() => ({ isSilent: true })),
    fallback: null,
    extra: {},
    voice: 'whisper',
  });
  const tell = teller(childLeg, { number, place });
  await tell('initiated');
  await tell('ringing');
  const { timeout = '30' } = verb.attributes;
  await timeline.pass(end.status === 'no-answer' ? Number(timeout) * 1000 : ringingMs);
  if (end.status === 'completed') await talk(childLeg, { number, place, seconds: end.seconds ?? usualSeconds, tell });
  const { seconds } = childLeg;
  const times = { duration: String(seconds), end_time: rfc2822(account.now()) };
  account.changeCall(child, { status: end.status, ...times });
  await tell(end.status, { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) });
  const isAnswered = end.status === 'completed';
  const lasted = isAnswered ? { DialCallDuration: String(seconds) } : {};
  const extra = { DialCallStatus: end.status, DialCallSid: child.sid, DialBridged: String(isAnswered), ...lasted };
  return { extra, isAnswered };
}

/** A number that is none cannot be reached. */
function endOf(to: string, leg: Leg, dialled: DialledEnd[]): DialledEnd {
  if (!/^(\+[1-9]\d{6,14}|sip:.+|client:.+)$/.test(to)) {
    leg.alert(13224, `Dial: invalid phone number "${to}"`);
    return { status: 'failed' };
  }
  return dialled.shift() ?? { status: 'completed' };
}

type Tell = (status: string, extra?: Readonly<Record<string, string>>) => Promise<void>;

interface Talk {
  readonly number: TwimlElement | null;
  readonly place: Place;
  readonly seconds: number;
  readonly tell: Tell;
}

/** Whoever answers hears the whisper first. */
async function talk(childLeg: Leg, { number, place, seconds, tell }: Talk): Promise<void> {
  childLeg.answer();
  await tell('in-progress');
  const { url, method } = number?.attributes ?? {};
  if (url !== undefined) await place.follow(childLeg, { document: resolve(url, method, place), purpose: 'whisper' });
  await childLeg.parts.timeline.pass(seconds * 1000);
}

const events: Readonly<Record<string, string>> = {
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
};

/** Tells whoever asked to be told about this number. */
function teller(childLeg: Leg, { number, place }: { number: TwimlElement | null; place: Place }): Tell {
  const { statusCallback, statusCallbackMethod, statusCallbackEvent = 'completed' } = number?.attributes ?? {};
  const wanted = statusCallbackEvent.split(' ');
  return async (status, extra = {}) => {
    if (statusCallback === undefined || !wanted.includes(events[status] ?? 'completed')) return;
    const to = resolve(statusCallback, statusCallbackMethod, place);
    if (!('url' in to)) return;
    const { account, statusCallbacks, timeline } = childLeg.parts;
    const form = callForm(childLeg.own.call, status, extra);
    await statusCallbacks.tell(to, form, { at: account.now(), atMs: timeline.elapsedMs });
  };
}
