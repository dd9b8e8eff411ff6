import type { TwimlElement } from '../../twiml/twiml-document.js';
import type { Leg } from '../leg.js';
import type { DialogueLine } from '../played-call.js';
import type { Place } from '../step.js';
import { resolve } from './resolve.js';

const longestText = 4096;
const mostLoops = 3;

/** How much of a sound is heard: less than 1 where the caller speaks into it. */
type Share = number;

export async function say({ attributes, text }: TwimlElement, leg: Leg, share: Share = 1): Promise<null> {
  const { voice, language } = attributes;
  if (text === '' || text.length > longestText) {
    leg.alert(13520, `Say: invalid text of ${text.length} characters`);
    return null;
  }
  for (let loop = 0; loop < loopsOf(attributes); loop += 1) await leg.says(text, { voice, language }, share);
  return null;
}

/** A sound that cannot be had is passed over. */
export async function play({ attributes, text }: TwimlElement, place: Place, share: Share = 1): Promise<null> {
  const { leg } = place;
  const document = resolve(text, 'GET', place);
  if (attributes.digits !== undefined || 'twiml' in document) return null;
  const { sent, failure, bytes } = await leg.fetch({ purpose: 'sound', url: document.url, method: 'GET' });
  const { contentType } = sent;
  if (failure !== null || sent.status === null || sent.status < 200 || sent.status > 299) {
    leg.alert(11200, `Got ${sent.status === null ? 'no' : `HTTP ${sent.status}`} response for a sound`, sent);
    return null;
  }
  const known = knownSound(contentType, bytes);
  if (known)
    await listen(
      { url: sent.url, contentType: contentType ?? '', bytes: bytes.length },
      { leg, share, ms: known.ms, loops: loopsOf(attributes) },
    );
  else leg.alert(12300, `Invalid Content-Type: ${contentType ?? 'none'}, or other bytes than it says`, sent);
  return null;
}

interface Listening {
  readonly leg: Leg;
  readonly share: Share;
  readonly ms: number;
  readonly loops: number;
}

async function listen(sound: NonNullable<DialogueLine['sound']>, { leg, share, ms, loops }: Listening): Promise<void> {
  for (let loop = 0; loop < loops; loop += 1) {
    leg.heard({ text: '', sound, ...(share < 1 && { isCut: true }) });
    await leg.parts.timeline.pass(ms * share);
  }
}

export async function pause({ attributes }: TwimlElement, leg: Leg): Promise<null> {
  await leg.parts.timeline.pass(Number(attributes.length ?? 1) * 1000);
  return null;
}

/** 0 is for ever, which nobody listens to. */
function loopsOf({ loop }: TwimlElement['attributes']): number {
  const asked = Number(loop ?? 1);
  return asked === 0 ? mostLoops : Math.min(asked, mostLoops);
}

/** How long a sound lasts, roughly; null where its type and its bytes do not agree. */
function knownSound(contentType: string | null, bytes: Buffer): { ms: number } | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^audio\/(x-)?(wav|wave|vnd\.wave)$/.test(type)) {
    if (bytes.length < 44 || bytes.toString('latin1', 0, 4) !== 'RIFF') return null;
    return { ms: ((bytes.length - 44) / Math.max(1, bytes.readUInt32LE(28))) * 1000 };
  }
  if (/^audio\/(mpeg|mp3|x-mp3)$/.test(type)) return isMp3(bytes) ? { ms: bytes.length / 4 } : null;
  if (/^audio\/(basic|ulaw)$/.test(type)) return { ms: bytes.length / 8 };
  return null;
}

/** A frame or a tag at the beginning. */
function isMp3(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, 3) === 'ID3') return true;
  return bytes.length > 2 && bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
}
