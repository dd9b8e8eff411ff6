import {
  liveSegment,
  readTranscriptText,
  wholeTranscript,
  type Segment,
  type Utterance,
  type WholeTranscript,
} from '../../../calls/merge/transcript.js';
import type { SpeakerRole } from '../../../calls/merge/call-status.js';
import type { Fields } from './fields.js';

/** Prompts (`system`) and requests to tools stay out: they are nobody's speech. */
const roles: Readonly<Record<string, SpeakerRole>> = {
  user: 'CALLER',
  bot: 'ASSISTANT',
  assistant: 'ASSISTANT',
  tool_call_result: 'TOOL',
};

const longestUtterance = 20_000;

export function readLiveSegment(message: Fields, at: number): Segment | undefined {
  const text = message.text('transcript', longestUtterance);
  const role = roleOf(message);
  return text !== undefined && role ? liveSegment({ role, text, at, secondsFromStart: null }) : undefined;
}

/** The history so far. */
export function readConversation(message: Fields): WholeTranscript | undefined {
  const lists = [
    utterances(message.list('messages'), 'message'),
    utterances(message.list('messagesOpenAIFormatted'), 'content'),
    readTranscriptText(message.text('transcript') ?? ''),
  ];
  return whole('conversation', lists.find((told) => told.length > 0) ?? []);
}

/** The transcript of a report: message by message where it has them, else its text. */
export function readReportTranscript(report: Fields): WholeTranscript | undefined {
  const artifact = report.at('artifact');
  const messages = [artifact, report].map((fields) => utterances(fields.list('messages'), 'message'));
  const told = messages.find((list) => list.length > 0);
  const text = artifact.text('transcript') ?? report.text('transcript') ?? '';
  return whole('report', told ?? readTranscriptText(text));
}

function whole(source: 'conversation' | 'report', told: readonly Utterance[]): WholeTranscript | undefined {
  return told.length === 0 ? undefined : wholeTranscript(source, told);
}

function utterances(messages: readonly Fields[], textKey: 'message' | 'content'): Utterance[] {
  return messages.flatMap((message) => {
    const role = roleOf(message);
    const text = message.text(role === 'TOOL' ? 'result' : textKey, longestUtterance);
    if (!role || text === undefined) return [];
    const secondsFromStart = message.number('secondsFromStart') ?? null;
    return [{ role, text, at: message.time('time') ?? null, secondsFromStart }];
  });
}

function roleOf(message: Fields): SpeakerRole | undefined {
  const role = message.text('role', 40) ?? '';
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}
