import type { PhoneLine } from '../../caller/phone-line.js';
import { isMembers, membersOf, textOf, type Members } from '../http/vapi-request.js';
import type { VapiResource } from '../vapi-store.js';
import type { AssistantTools } from './assistant-tools.js';

/** What is on record of a call's two ends here. */
export interface LineParts {
  readonly phoneNumber: VapiResource;
  /** Null where nobody answers; without an id where it is on no record. */
  readonly assistant: Members | null;
  readonly tools: AssistantTools;
  readonly monitor: Members;
  /** Whether all its calls are marked as played. */
  readonly marks: boolean;
}

/** The line as those see it who write the messages of its calls. */
export function lineOf({ phoneNumber, assistant, tools, monitor, marks }: LineParts): PhoneLine {
  return {
    orgId: String(phoneNumber.orgId),
    phoneNumberId: phoneNumber.id,
    number: textOf(phoneNumber.number) ?? '',
    importedAt: String(phoneNumber.createdAt),
    twilioAccountSid: textOf(phoneNumber.twilioAccountSid) ?? '',
    twilioAuthToken: textOf(phoneNumber.twilioAuthToken) ?? '',
    serverUrl: '',
    assistant: lineAssistant(assistant ?? {}),
    stored: { phoneNumber, assistant: told(assistant ?? {}, marks), monitor, tools: tools.functions },
  };
}

function lineAssistant(assistant: Members): PhoneLine['assistant'] {
  const [model, voice, transcriber] = [
    membersOf(assistant.model),
    membersOf(assistant.voice),
    membersOf(assistant.transcriber),
  ];
  const messages: readonly unknown[] = Array.isArray(model.messages) ? model.messages : [];
  const prompt = messages.filter(isMembers).find(({ role }) => role === 'system');
  return {
    id: textOf(assistant.id) ?? '',
    name: textOf(assistant.name) ?? '',
    language: textOf(transcriber.language) ?? 'en',
    firstMessage: textOf(assistant.firstMessage) ?? '',
    prompt: textOf(prompt?.content) ?? '',
    model: textOf(model.model) ?? 'gpt-4o',
    voiceId: textOf(voice.voiceId) ?? '',
    providers: {
      model: textOf(model.provider) ?? 'openai',
      voice: textOf(voice.provider) ?? 'vapi',
      transcriber: { provider: 'deepgram', ...transcriber },
    },
    records: membersOf(assistant.artifactPlan).recordingEnabled !== false,
    metadata: membersOf(assistant.metadata),
  };
}

/** As messages repeat an assistant: as somebody would create it. */
function told(assistant: Members, marks: boolean): Members {
  const { id: _id, orgId: _org, createdAt: _created, updatedAt: _updated, ...rest } = assistant;
  return marks ? { ...rest, metadata: { ...membersOf(rest.metadata), sandbox: true } } : rest;
}
