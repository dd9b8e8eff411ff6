import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import type { CallFacts } from '../calls/merge/call-facts.js';

/** What of an assistant a conversation needs. */
export type AnsweringAssistant = Pick<
  VoiceAssistant,
  | 'id'
  | 'name'
  | 'active'
  | 'language'
  | 'otherLanguages'
  | 'timeZone'
  | 'modelProvider'
  | 'model'
  | 'personality'
  | 'context'
  | 'firstMessage'
  | 'phoneNumber'
  | 'transferNumber'
  | 'tools'
  | 'vapiAssistantId'
>;

/** A call in which this server finds the words. */
export interface AnsweredCall {
  /** By which the call is on record. */
  callKey: string;
  assistant: AnsweringAssistant;
  /** The workspace's, IANA. */
  timeZone: string;
  /** E.164; null for callers who show none. */
  callerNumber: string | null;
  /** What the platform says of the call. */
  facts: CallFacts;
}
