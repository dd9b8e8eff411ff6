import { rank, type Registers } from '../../../calls/merge/call-facts.js';
import { disclosesMachine } from '../../../calls/merge/disclosure.js';
import { earliest, highest } from '../../../calls/merge/evidence.js';
import type { Segment } from '../../../calls/merge/transcript.js';

/** What follows from what was said: that the caller spoke, and when the caller was told that a machine does. */
export function readSpeech(segments: readonly Segment[], source: number): Registers {
  const spoke = segments.some((segment) => segment.role === 'CALLER');
  const disclosing = segments.find(({ role, text }) => role === 'ASSISTANT' && disclosesMachine(text));
  const at = disclosing?.at ?? null;
  return {
    ...(spoke && { callerSpoke: highest(rank.report, true) }),
    ...(at !== null && { disclosed: earliest(source, at, at) }),
  };
}
