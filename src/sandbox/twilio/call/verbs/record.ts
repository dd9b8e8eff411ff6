import type { TwimlElement } from '../../twiml/twiml-document.js';
import { speechMs } from '../timeline.js';
import type { Place, Step } from '../step.js';
import { resolve } from './resolve.js';

/** Takes a message; of silence it takes none, and the next verb follows. */
export async function record({ attributes }: TwimlElement, place: Place): Promise<Step | null> {
  const { leg } = place;
  const reply = leg.own.caller.next();
  if (typeof reply === 'object' && 'hangsUp' in reply) return { hungUpBy: 'caller' };
  const says = typeof reply === 'string' ? reply : 'says' in reply ? reply.says : '';
  if (says === '') {
    await leg.parts.timeline.pass(Number(attributes.timeout ?? 5) * 1000);
    return null;
  }
  await leg.callerSays(says);
  const seconds = Math.min(Math.ceil(speechMs(says) / 1000), Number(attributes.maxLength ?? 3600));
  const taken = await recordingOf(place, { attributes, seconds });
  const document = resolve(attributes.action, attributes.method, place);
  return { document, purpose: 'action', extra: { ...taken, Digits: '' } };
}

async function recordingOf(
  place: Place,
  { attributes, seconds }: { attributes: TwimlElement['attributes']; seconds: number },
): Promise<Record<string, string>> {
  const { leg } = place;
  const { account, statusCallbacks, timeline } = leg.parts;
  const { sid } = account.addRecording({ call_sid: leg.own.call.sid, duration: String(seconds) });
  const RecordingUrl = `https://api.twilio.com/2010-04-01/Accounts/${account.sid}/Recordings/${sid}`;
  const taken = { RecordingSid: sid, RecordingUrl, RecordingDuration: String(seconds) };
  const { recordingStatusCallback: callback, recordingStatusCallbackMethod: method } = attributes;
  const to = callback === undefined ? null : resolve(callback, method, place);
  if (to && 'url' in to) {
    const facts = { RecordingStatus: 'completed', RecordingChannels: '1', RecordingSource: 'RecordVerb' };
    await statusCallbacks.tellRecording(to, leg.form({ ...taken, ...facts }), timeline.elapsedMs);
  }
  return taken;
}
