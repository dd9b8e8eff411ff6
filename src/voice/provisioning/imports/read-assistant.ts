import { z } from 'zod';
import { longestName } from '../../assistants/assistant-input.js';
import type { AssistantFields } from '../../assistants/assistant-draft.js';
import { assistantDefaults } from '../../assistants/catalogue/assistant-defaults.js';
import { greet } from '../../assistants/catalogue/greetings.js';
import { languages } from '../../assistants/catalogue/languages.js';
import { vapiNativeTools } from '../../assistants/catalogue/vapi-native-tools.js';
import { baseLanguage, canonicalLanguage } from '../../assistants/language-tag.js';
import { settleProviders } from '../../assistants/settle-providers.js';
import type { AssistantTool } from '../../assistants/voice-assistant.entity.js';
import { toE164 } from '../../calls/merge/phone-identity.js';
import type { LiveAssistant, LiveTool } from '../../providers/vapi/provisioning/live-account.js';

const text = z.string().min(1).optional().catch(undefined);
const part = z
  .object({ provider: text, model: text, voiceId: text, language: text })
  .catch({ provider: undefined, model: undefined, voiceId: undefined, language: undefined });

const whole = z.object({
  firstMessage: text,
  model: z.object({ messages: z.array(z.object({ role: text, content: text })).catch([]) }).catch({ messages: [] }),
  voice: part,
  transcriber: part,
  artifactPlan: z.object({ recordingEnabled: z.boolean().catch(true) }).catch({ recordingEnabled: true }),
});

/** What reading an assistant needs to know besides. */
export interface ReadingFacts {
  tools: readonly LiveTool[];
  /** Names of the tools that this server runs. */
  ownTools: ReadonlySet<string>;
  clientName: string;
  /** IANA. */
  timeZone: string;
}

/** An assistant of Vapi as it would be declared here, and the tools there that are taken for those declared. */
export interface ReadAssistant {
  fields: AssistantFields;
  given: { id: string; key: string }[];
}

/** What is not said there is as for a new assistant; what has no place here stays where it is. */
export function readAssistant(live: LiveAssistant, facts: ReadingFacts): ReadAssistant {
  const { firstMessage, model, voice, transcriber, artifactPlan } = whole.parse(live.fields);
  const language = languageOf(transcriber.language ?? voice.language);
  const { recordingEnabled } = artifactPlan;
  const tools = toolsOf(live, facts);
  return {
    given: tools.map(({ id, tool: { key } }) => ({ id, key })),
    fields: {
      ...assistantDefaults,
      name: (live.name ?? facts.clientName).slice(0, longestName).trim(),
      language,
      otherLanguages: [],
      timeZone: facts.timeZone,
      phoneNumber: null,
      context: contextOf(model.messages),
      firstMessage: firstMessage ?? greet({ language, clientName: facts.clientName, recordingEnabled }),
      transferNumber: tools.flatMap(({ number }) => number ?? [])[0] ?? null,
      recordingEnabled,
      tools: tools.map(({ tool }) => tool),
      ...choicesOf(live, { language, voice, transcriber }),
    },
  };
}

type Part = z.output<typeof part>;

function choicesOf(
  live: LiveAssistant,
  { language, voice, transcriber }: { language: string; voice: Part; transcriber: Part },
): ReturnType<typeof settleProviders> {
  const usual = settleProviders({}, language);
  const model = part.parse(live.model ?? {});
  const hasVoice = voice.provider !== undefined && voice.voiceId !== undefined;
  return {
    modelProvider: model.provider ?? usual.modelProvider,
    model: model.model ?? usual.model,
    voiceProvider: hasVoice ? (voice.provider ?? '') : usual.voiceProvider,
    voiceId: hasVoice ? (voice.voiceId ?? '') : usual.voiceId,
    transcriberProvider: transcriber.provider ?? usual.transcriberProvider,
    transcriberModel: transcriber.provider === undefined ? usual.transcriberModel : (transcriber.model ?? null),
  };
}

function contextOf(messages: readonly { role?: string | undefined; content?: string | undefined }[]): string {
  const told = messages.flatMap(({ role, content }) => (role === 'system' ? (content ?? []) : []));
  return told.join('\n\n');
}

/** Providers write languages in their own ways; `multi` and the like name none. */
function languageOf(said: string | undefined): string {
  const tag = said === undefined ? null : canonicalLanguage(said);
  if (tag === null) return assistantDefaults.language;
  if (tag.includes('-')) return tag;
  return languages.find((known) => baseLanguage(known.tag) === tag)?.tag ?? tag;
}

interface GivenTool {
  id: string;
  tool: AssistantTool;
  /** Whom it puts callers through to. */
  number: string | null;
}

const destinations = z.array(z.object({ number: text })).catch([]);
const native = new Set(vapiNativeTools.map(({ key }) => key));

function toolsOf({ toolIds }: LiveAssistant, { tools, ownTools }: ReadingFacts): GivenTool[] {
  const found = tools.filter(({ id }) => toolIds.includes(id)).flatMap((tool) => givenTool(tool, ownTools));
  return found.filter(({ tool }, index) => found.findIndex((other) => other.tool.key === tool.key) === index);
}

/** None for one that cannot be declared here: it stays what it is. */
function givenTool({ id, type, name, fields }: LiveTool, ownTools: ReadonlySet<string>): GivenTool[] {
  const isFunction = type === 'function';
  const key = isFunction ? (name ?? '') : type;
  if (!(isFunction ? ownTools : native).has(key)) return [];
  const [first] = type === 'transferCall' ? destinations.parse(fields.destinations) : [];
  const kind = isFunction ? 'OURS' : 'VAPI_NATIVE';
  const tool: AssistantTool = { key, kind, sayOnStart: null, sayOnDone: null, sayOnFailure: null };
  return [{ id, tool, number: toE164(first?.number ?? null) }];
}
