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
  /** What is on record of it all; made up from the above where it is left out. */
  stored?: StoredLine | undefined;
}

/** As an account has it, to be repeated whole in each message. */
export interface StoredLine {
  phoneNumber: Readonly<Record<string, unknown>>;
  assistant: Readonly<Record<string, unknown>>;
  monitor: Readonly<Record<string, unknown>>;
  /** What the assistant may use, by name. */
  tools: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
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
  /** Of ElevenLabs, unless another is named. */
  voiceId: string;
  /** OpenAI, ElevenLabs and Deepgram's nova-3 where they are left out. */
  providers?: { model: string; voice: string; transcriber: Readonly<Record<string, unknown>> } | undefined;
  /** Whether calls are recorded (default true). */
  records?: boolean | undefined;
  /** Free: Vapi gives it back with each message. */
  metadata: Readonly<Record<string, unknown>>;
}
