import type { ServerMessageBody } from '../../caller/envelope.js';
import type { Members } from '../http/vapi-request.js';

/** What a server is told where the assistant does not say; live transcripts are not among it. */
const usual = [
  'conversation-update',
  'end-of-call-report',
  'function-call',
  'hang',
  'speech-update',
  'status-update',
  'tool-calls',
  'transfer-destination-request',
  'handoff-destination-request',
  'user-interrupted',
  'assistant.started',
];

/** Whether an assistant's server wants to hear of a message. */
export function isWanted({ type, transcriptType }: ServerMessageBody['message'], assistant: Members | null): boolean {
  const asked = assistant?.serverMessages;
  const wanted: readonly unknown[] = Array.isArray(asked) ? asked : usual;
  return wanted.includes(type) || wanted.includes(`${type}[transcriptType="${String(transcriptType)}"]`);
}
