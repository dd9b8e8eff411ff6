import { phonePhrases } from '../../../assistants/catalogue/phone-phrases.js';
import { spokenFirstMessage } from '../../../assistants/first-message.js';
import { systemPrompt } from '../../../assistants/system-prompt.js';
import type { VoiceAssistant } from '../../../assistants/voice-assistant.entity.js';
import { analysisPlan } from './analysis-plan.js';
import { hearingOf, speakingOf } from './spoken-languages.js';
import type { VapiToolServer } from './tool-body.js';

type Members = Readonly<Record<string, unknown>>;

/** As `POST /assistant` takes it: https://docs.vapi.ai/api-reference/assistants/create */
export type VapiAssistantBody = Members & { readonly model: Members; readonly server: Members };

export interface AssistantBodyOptions {
  toolIds: readonly string[];
  /** Where Vapi tells what happens, and how it proves itself there. */
  server: VapiToolServer;
}

/** By whom an assistant at Vapi has been made. */
export const managedBy = 'agent-builder';

/** All that this server reads, and nothing more: the rest would only cost. */
const serverMessages = [
  'status-update',
  'end-of-call-report',
  'tool-calls',
  'transcript[transcriptType="final"]',
  'transfer-destination-request',
  'transfer-update',
  'hang',
] as const;

/** Without a plan Vapi sends once and never again; what was refused for its content would be refused again. */
const backoffPlan = {
  type: 'exponential',
  maxRetries: 3,
  baseDelaySeconds: 1,
  excludedStatusCodes: [400, 401, 403, 404, 413, 422],
} as const;

const timeoutSeconds = 20;
const longestCallSeconds = 1_800;
/** Lower than Vapi’s own: appointments are no matter for invention. */
const temperature = 0.3;

/** Everything that this server decides about an assistant at Vapi; what it leaves out belongs to others. */
export function assistantBody(assistant: VoiceAssistant, { toolIds, server }: AssistantBodyOptions): VapiAssistantBody {
  const { language, voiceProvider, transcriberProvider } = assistant;
  return {
    name: assistant.name,
    firstMessage: spokenFirstMessage(assistant),
    firstMessageMode: 'assistant-speaks-first',
    model: {
      provider: assistant.modelProvider,
      model: assistant.model,
      temperature,
      messages: [{ role: 'system', content: systemPrompt(assistant, liquidNow(assistant)) }],
      toolIds: [...toolIds],
    },
    voice: { provider: voiceProvider, voiceId: assistant.voiceId, ...speakingOf(voiceProvider, assistant) },
    transcriber: {
      provider: transcriberProvider,
      ...hearingOf(transcriberProvider, assistant, assistant.transcriberModel),
    },
    server: {
      ...server,
      timeoutSeconds,
      backoffPlan: { ...backoffPlan, excludedStatusCodes: [...backoffPlan.excludedStatusCodes] },
    },
    serverMessages: [...serverMessages],
    analysisPlan: analysisPlan(language),
    artifactPlan: { recordingEnabled: assistant.recordingEnabled },
    maxDurationSeconds: longestCallSeconds,
    endCallMessage: phonePhrases(language).farewell,
    metadata: metadataOf(assistant),
  };
}

/** By which an assistant is found again whose making was never answered. */
function metadataOf({ workspaceId, id }: Pick<VoiceAssistant, 'workspaceId' | 'id'>): Members {
  return { workspaceId, assistantId: id, managedBy };
}

/** Filled in by Vapi when a call begins: https://docs.vapi.ai/assistants/dynamic-variables */
function liquidNow({ timeZone }: Pick<VoiceAssistant, 'timeZone'>): string {
  return `{{"now" | date: "%A %Y-%m-%d, %H:%M", "${timeZone}"}}`;
}
