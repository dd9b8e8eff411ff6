import { callFacts, rank, transcriptRank, type CallFacts, type Registers } from '../calls/merge/call-facts.js';
import { progresses, type Progress } from '../calls/merge/call-status.js';
import { earliest, highest, latest } from '../calls/merge/evidence.js';
import { liveSegment, type Segment } from '../calls/merge/transcript.js';
import { readSpeech } from '../providers/vapi/reading/read-speech.js';
import type { HangupReason, Turn } from './turn.js';

/** In the words of the platform whose reasons the record knows. */
export const endedReasonOf: Readonly<Record<HangupReason, string>> = {
  assistant: 'assistant-ended-call',
  silence: 'silence-timed-out',
  transferred: 'assistant-forwarded-call',
  fault: 'call.in-progress.error-model-failed',
};

/** What the turns of a conversation say of its call. A pure function: the same turns are the same facts. */
export function factsOfTurns(callKey: string, turns: readonly Turn[]): CallFacts {
  const done = turns.filter((turn) => turn.done);
  const start = done[0]?.at.getTime() ?? 0;
  const live = done.flatMap((turn) => segmentsOf(turn, start));
  const registers: Registers = {
    ...(done.length > 0 && got('IN_PROGRESS')),
    ...(live.length > 0 && { transcript: highest(transcriptRank.live, 'live') }),
    callerSpoke: highest(rank.snapshot, false),
    ...readSpeech(live, rank.event),
    ...done.reduce<Registers>((told, turn, index) => ({ ...told, ...transferOf(turn, done[index + 1]) }), {}),
    ...endOf(done.at(-1)),
  };
  return callFacts(callKey, { registers, live });
}

function got(progress: Progress): Registers {
  return { progress: highest(progresses.indexOf(progress), progress) };
}

function segmentsOf(turn: Turn, start: number): Segment[] {
  const segment = (role: 'CALLER' | 'ASSISTANT', text: string | null, time: Date | null): Segment[] => {
    const at = time?.getTime() ?? null;
    if (!text || at === null) return [];
    return [liveSegment({ role, text, at, secondsFromStart: (at - start) / 1_000 })];
  };
  return [
    ...segment('CALLER', turn.heard, turn.at),
    // Even where both moments fall into one millisecond, the answer comes after the question.
    ...segment('ASSISTANT', turn.said, turn.finishedAt && new Date(turn.finishedAt.getTime() + 1)),
  ];
}

function transferOf({ next, finishedAt }: Turn, after: Turn | undefined): Registers {
  if (next.kind !== 'transfer') return {};
  const at = finishedAt?.getTime() ?? 0;
  const [status, told] = [outcomeOf(after), after?.finishedAt?.getTime() ?? at];
  return {
    ...got('FORWARDING'),
    [`transfer.status:${next.to}`]: status ? latest(rank.report, told, status) : highest(rank.event, 'started'),
    [`transfer.at:${next.to}`]: earliest(rank.event, at, at),
    [`transfer.summary:${next.to}`]: next.summary === null ? undefined : latest(rank.event, at, next.summary),
  };
}

function outcomeOf(after: Turn | undefined): string | undefined {
  if (after?.next.kind === 'hangup' && after.next.reason === 'transferred') return 'completed';
  return after?.next.kind === 'listen' ? after.next.transfer : undefined;
}

function endOf(last: Turn | undefined): Registers {
  if (last?.next.kind !== 'hangup' || !last.finishedAt) return {};
  const at = last.finishedAt.getTime();
  return {
    ...got('ENDED'),
    ended: earliest(rank.event, at, at),
    endedReason: latest(rank.event, at, endedReasonOf[last.next.reason]),
  };
}
