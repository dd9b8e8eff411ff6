import {
  callFacts,
  rank,
  transcriptRank,
  type CallFacts,
  type Registers,
  type Telling,
} from '../../../calls/merge/call-facts.js';
import { progresses, type Progress } from '../../../calls/merge/call-status.js';
import { earliest, highest, latest } from '../../../calls/merge/evidence.js';
import { readCallSnapshot } from './read-call-snapshot.js';
import { readNativeUses } from './read-native-uses.js';
import { readReport } from './read-report.js';
import { readSpeech } from './read-speech.js';
import { readConversation, readLiveSegment } from './read-transcript.js';
import { readTransfer } from './read-transfers.js';
import { readVapiMessage, type VapiMessage } from './vapi-message.js';

/**
 * What a webhook of Vapi says about a call; null when it concerns none. A pure function of the body, and of the time of
 * arrival where the body has none.
 */
export function readVapiEvent(body: unknown, receivedAt: Date): CallFacts | null {
  const message = readVapiMessage(body, receivedAt);
  return message?.callKey === undefined ? null : factsOf(message, message.callKey);
}

export function factsOf(message: VapiMessage, callKey: string): CallFacts {
  const read = Object.hasOwn(readers, message.kind) ? readers[message.kind] : undefined;
  const told = read?.(message) ?? { registers: livelyKinds.has(message.kind) ? got('IN_PROGRESS') : {} };
  return callFacts(callKey, told, readCallSnapshot(message));
}

/** Whoever hears, speaks or uses a tool is in the call, whether or not the status has been told. */
const livelyKinds = new Set([
  'tool-calls',
  'function-call',
  'transfer-destination-request',
  'handoff-destination-request',
  'knowledge-base-request',
  'voice-request',
  'call.endpointing.request',
  'speech-update',
  'assistant.speechStarted',
  'assistant.started',
  'model-output',
  'user-interrupted',
  'voice-input',
  'language-change-detected',
  'hang',
]);

const readers: Readonly<Record<string, (message: VapiMessage) => Telling>> = {
  'assistant-request': () => ({ registers: got('RINGING') }),
  'status-update': (message) => ({ registers: readStatus(message) }),
  'end-of-call-report': readEndReport,
  transcript: readUtterance,
  'conversation-update': readHistory,
  'transfer-update': ({ message, at }) => ({
    registers: { ...got('IN_PROGRESS'), ...readTransfer(message.at('destination'), at) },
  }),
  'recording.ready': ({ message, at }) => {
    const url = message.text('recordingUrl', 2000);
    return { registers: { recording: url === undefined ? undefined : latest(rank.event, at, url) } };
  },
};

function inProgress(): Telling {
  return { registers: got('IN_PROGRESS') };
}

/** A status only moves forward, so its place in the order is its rank. */
function got(progress: Progress): Registers {
  return { progress: highest(progresses.indexOf(progress), progress) };
}

const progressOf: Readonly<Record<string, Progress>> = {
  scheduled: 'QUEUED',
  queued: 'QUEUED',
  ringing: 'RINGING',
  'in-progress': 'IN_PROGRESS',
  forwarding: 'FORWARDING',
  ended: 'ENDED',
};

function readStatus({ message, call, implied, at }: VapiMessage): Registers {
  const status = implied ?? message.text('status', 40) ?? '';
  const progress = Object.hasOwn(progressOf, status) ? progressOf[status] : undefined;
  if (!progress) return {};
  const reason = message.text('endedReason', 500) ?? call.text('endedReason', 500);
  return {
    ...got(progress),
    ...(progress === 'IN_PROGRESS' && { started: earliest(rank.event, at, at) }),
    ...(progress === 'FORWARDING' && readTransfer(message.at('destination'), at, message.text('summary', 20_000))),
    ...(progress === 'ENDED' && {
      ended: earliest(rank.event, at, at),
      endedReason: reason === undefined ? undefined : latest(rank.event, at, reason),
    }),
  };
}

function readEndReport(told: VapiMessage): Telling {
  const report = readReport(told.message, told.at);
  const { registers, nativeUses } = readNativeUses(told, 'report');
  return { ...report, registers: { ...got('ENDED'), ...report.registers, ...registers }, nativeUses };
}

/** Partial transcripts are passed over: the final one repeats them. Older senders repeat the whole text, with no role. */
function readUtterance(sent: VapiMessage): Telling {
  const { message, implied, at } = sent;
  if (!message.has('role')) return readHistory(sent);
  const type = message.text('transcriptType', 40) ?? implied ?? 'final';
  const segment = type === 'final' ? readLiveSegment(message, at) : undefined;
  if (!segment) return inProgress();
  const registers = {
    ...got('IN_PROGRESS'),
    ...readSpeech([segment], rank.event),
    transcript: highest(transcriptRank.live, 'live'),
  };
  return { registers, live: [segment] };
}

function readHistory(told: VapiMessage): Telling {
  const transcript = readConversation(told.message);
  const { registers, nativeUses } = readNativeUses(told, 'history');
  const spoken = transcript && {
    ...readSpeech(transcript.segments, rank.event),
    transcript: latest(transcriptRank.conversation, told.at, transcript.digest),
  };
  return { registers: { ...got('IN_PROGRESS'), ...spoken, ...registers }, transcript, nativeUses };
}
