/** What Vapi knows of a telephone number and of the assistant that answers it. */
export interface PhoneLine {
  orgId: string;
  phoneNumberId: string;
  /** E.164. */
  number: string;
  /** When Vapi was given the number. */
  importedAt: string;
  twilioAccountSid: string;
  twilioAuthToken: string;
  assistant: LineAssistant;
  /** Where Vapi sends its messages. */
  serverUrl: string;
}

export interface LineAssistant {
  /** Vapi's id. */
  id: string;
  name: string;
  /** BCP 47. */
  language: string;
  firstMessage: string;
  prompt: string;
  model: string;
  /** Of ElevenLabs. */
  voiceId: string;
  /** Free: Vapi gives it back with each message. */
  metadata: Readonly<Record<string, unknown>>;
}
