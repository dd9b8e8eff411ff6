import { sha256 } from '../../../kernel/crypto/index.js';
import type { SpeakerRole } from './call-status.js';

/** One utterance. Its key is the same whenever and however often it is told. */
export interface Segment {
  key: string;
  role: SpeakerRole;
  text: string;
  /** Milliseconds since 1970. */
  at: number | null;
  secondsFromStart: number | null;
}

/** A transcript that was told as a whole; its digest stands in the evidence. */
export interface WholeTranscript {
  digest: string;
  segments: readonly Segment[];
}

export type Utterance = Omit<Segment, 'key'>;

/** An utterance told while the call runs. */
export function liveSegment(utterance: Utterance): Segment {
  const { at, role, text } = utterance;
  return { ...utterance, key: `live:${at ?? 0}:${role}:${digestOf(text)}` };
}

/** A key holds place and content, so that a longer history repeats the keys of a shorter one. */
export function wholeTranscript(source: 'conversation' | 'report', utterances: readonly Utterance[]): WholeTranscript {
  const segments = utterances.map((utterance, index) => {
    const { role, text, at } = utterance;
    return { ...utterance, key: `${source}:${index}:${role}:${at ?? ''}:${digestOf(text)}` };
  });
  return { digest: digestOf(segments.map((segment) => segment.key).join('\n')), segments };
}

export function digestOf(text: string): string {
  return sha256(text).toString('hex', 0, 8);
}

const speakers: readonly (readonly [prefix: RegExp, role: SpeakerRole])[] = [
  [/^(AI|Assistant|Bot)\s*: */i, 'ASSISTANT'],
  [/^(User|Customer|Caller)\s*: */i, 'CALLER'],
];

/** A transcript in one text, `AI: …\nUser: …\n`: what has no speaker's name continues the line before. */
export function readTranscriptText(text: string): Utterance[] {
  const utterances: Utterance[] = [];
  for (const line of text.split('\n')) {
    const speaker = speakers.find(([prefix]) => prefix.test(line));
    const previous = utterances.at(-1);
    if (speaker) utterances.push(utterance(speaker[1], line.replace(speaker[0], '').trim()));
    else if (previous && line.trim() !== '') previous.text += ` ${line.trim()}`;
  }
  return utterances.filter(({ text: said }) => said !== '');
}

function utterance(role: SpeakerRole, text: string): Utterance {
  return { role, text, at: null, secondsFromStart: null };
}
