import type { ServerMessageBody } from './envelope.js';
import type { Telling } from './history.js';
import { writeMessage } from './messages.js';
import type { Moment, ToolRequest } from './moment.js';

/** What was told in 2024, under the names of then; the rest was not told. */
export function isToldInLegacy(moment: Moment): boolean {
  switch (moment.kind) {
    case 'status':
      return moment.status === 'in-progress' || moment.status === 'ended';
    case 'transcript':
      return moment.part === 'final';
    case 'tool':
    case 'report':
      return true;
    case 'speech':
    case 'conversation':
    case 'transfer':
    case 'hang':
    case 'interrupted':
    case 'language':
      return false;
  }
}

/** Writes a moment as older integrations sent it: other names, and times as text. */
export function writeLegacyMessage(moment: Moment, telling: Telling): ServerMessageBody {
  const { message } = writeMessage(moment, telling);
  const timestamp = new Date(message.timestamp).toISOString();
  return { message: { ...legacyMembers(moment, message), timestamp, call: message.call } };
}

function legacyMembers(moment: Moment, message: ServerMessageBody['message']) {
  if (moment.kind === 'tool') return functionCall(moment.request, message);
  if (moment.kind === 'report') return legacyReport(message);
  if (moment.kind === 'transcript') return { ...message, type: 'transcript.updated' };
  const { status, artifact: _notThen, ...rest } = message;
  return { ...rest, type: status === 'ended' ? 'call.ended' : 'call.started' };
}

function functionCall({ name, arguments: parameters }: ToolRequest, message: ServerMessageBody['message']) {
  const { call, phoneNumber, customer, assistant } = message;
  return { type: 'function-call', functionCall: { name, parameters }, call, phoneNumber, customer, assistant };
}

/** No durations yet, and transcript, summary and recording beside the artifact. */
function legacyReport(message: ServerMessageBody['message']) {
  const { durationMs: _ms, durationSeconds: _seconds, durationMinutes: _minutes, costs: _costs, ...report } = message;
  const { artifact, analysis } = report;
  return {
    ...report,
    ...pick(artifact, ['transcript', 'messages', 'recordingUrl', 'stereoRecordingUrl']),
    ...pick(analysis, ['summary']),
  };
}

function pick(from: unknown, keys: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(from ?? {}).filter(([key]) => keys.includes(key));
  return Object.fromEntries(entries);
}
