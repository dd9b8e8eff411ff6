import type { TwimlElement } from '../../twiml/twiml-document.js';
import type { CallerReply } from '../scenario.js';
import type { Place, Step } from '../step.js';
import { resolve } from './resolve.js';
import { pause, play, say } from './sounds.js';

/** What recognition made of a reply, as the action's parameters. */
type Heard = Readonly<Record<string, string>>;

const usualConfidence = 0.93;
/** How long silence lasts until a speaker counts as having finished. */
const endOfSpeechMs = 800;

/** Asks, waits for speech or keys, and goes on at the action. */
export async function gather(verb: TwimlElement, place: Place): Promise<Step | null> {
  const { leg } = place;
  const { attributes } = verb;
  warnOfTimes(verb, place);
  await ask(verb, place);
  const reply = leg.own.caller.next();
  if (typeof reply === 'object' && 'hangsUp' in reply) return { hungUpBy: 'caller' };
  const heard = await listen(reply, verb, place);
  const document = resolve(attributes.action, attributes.method, place);
  if (heard) return { document, purpose: 'action', extra: heard };
  await leg.parts.timeline.pass(Number(attributes.timeout ?? 5) * 1000);
  return attributes.actionOnEmptyResult === 'true' ? { document, purpose: 'action' } : null;
}

/** What stands inside it, until the caller speaks into it. */
async function ask({ children, attributes }: TwimlElement, place: Place): Promise<void> {
  const { leg } = place;
  const isCut = leg.own.caller.bargesIn && attributes.bargeIn !== 'false' && takes('speech', attributes);
  const share = isCut ? 0.5 : 1;
  for (const child of children) {
    if (child.name === 'Say') await say(child, leg, share);
    else if (child.name === 'Play') await play(child, place, share);
    else await pause(child, leg);
    if (isCut && child.name !== 'Pause') return;
  }
}

/** Null for silence, and for what is not listened to. */
async function listen(reply: CallerReply, { attributes }: TwimlElement, { leg }: Place): Promise<Heard | null> {
  if (typeof reply === 'object' && 'presses' in reply) return digitsOf(reply.presses, attributes);
  if (typeof reply === 'object' && !('says' in reply)) return null;
  const { says, confidence = usualConfidence } = typeof reply === 'string' ? { says: reply } : reply;
  if (says === '') return null;
  await leg.callerSays(says);
  if (!takes('speech', attributes)) return null;
  const { speechTimeout = 'auto' } = attributes;
  await leg.parts.timeline.pass(speechTimeout === 'auto' ? endOfSpeechMs : Number(speechTimeout) * 1000);
  return { SpeechResult: says, Confidence: String(confidence), Language: attributes.language ?? 'en-US' };
}

function digitsOf(pressed: string, attributes: TwimlElement['attributes']): Heard | null {
  if (!takes('dtmf', attributes)) return null;
  const { finishOnKey = '#', numDigits } = attributes;
  const end = finishOnKey === '' ? -1 : pressed.indexOf(finishOnKey);
  const Digits = (end < 0 ? pressed : pressed.slice(0, end)).slice(
    0,
    numDigits === undefined ? undefined : Number(numDigits),
  );
  return Digits === '' ? null : { Digits, ...(end >= 0 && { FinishedOnKey: finishOnKey }) };
}

function takes(kind: 'speech' | 'dtmf', { input = 'dtmf' }: TwimlElement['attributes']): boolean {
  return input.split(' ').includes(kind);
}

/** A model that is named wants its seconds. */
function warnOfTimes({ attributes }: TwimlElement, { leg }: Place): void {
  const { speechModel = 'default', speechTimeout } = attributes;
  if (speechModel !== 'default' && speechTimeout === 'auto')
    leg.alert(13335, `Gather: speechTimeout "auto" is not for speechModel "${speechModel}"`);
}
