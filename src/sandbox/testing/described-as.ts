import type { ServerMessageBody } from '../caller/envelope.js';

/** The schemas of today's messages in Vapi's API description. */
const schemas: Readonly<Record<string, string>> = {
  'status-update': 'ServerMessageStatusUpdate',
  'speech-update': 'ServerMessageSpeechUpdate',
  transcript: 'ServerMessageTranscript',
  'conversation-update': 'ServerMessageConversationUpdate',
  'tool-calls': 'ServerMessageToolCalls',
  'transfer-update': 'ServerMessageTransferUpdate',
  hang: 'ServerMessageHang',
  'user-interrupted': 'ServerMessageUserInterrupted',
  'language-change-detected': 'ServerMessageLanguageChangeDetected',
  'end-of-call-report': 'ServerMessageEndOfCallReport',
  'assistant-request': 'ServerMessageAssistantRequest',
  'transfer-destination-request': 'ServerMessageTransferDestinationRequest',
};

const todaysNames: Readonly<Record<string, { type: string; status?: string }>> = {
  'call.started': { type: 'status-update', status: 'in-progress' },
  'call.ended': { type: 'status-update', status: 'ended' },
  'transcript.updated': { type: 'transcript' },
};

/** A message and the schema that it must satisfy. Names and times of 2024, which no description has, are brought to today's. */
export function describedAs({ message }: ServerMessageBody): { schema: string; message: Record<string, unknown> } {
  const { functionCall, ...rest } = message;
  const today = functionCall === undefined ? { ...rest, ...todaysNames[message.type] } : { ...rest, type: 'hang' };
  return {
    schema: schemas[today.type] ?? `no schema for ${today.type}`,
    message: { ...today, timestamp: new Date(today.timestamp).getTime() },
  };
}
