import { longestName, type CreateAssistant, type UpdateAssistant } from './assistant-input.js';
import { assistantDefaults } from './catalogue/assistant-defaults.js';
import { greet } from './catalogue/greetings.js';
import { settleProviders } from './settle-providers.js';
import type { AssistantTool, VoiceAssistant } from './voice-assistant.entity.js';

type PlainFields = Pick<
  VoiceAssistant,
  | 'name'
  | 'phoneNumber'
  | 'route'
  | 'active'
  | 'timeZone'
  | 'personality'
  | 'context'
  | 'transferNumber'
  | 'recordingEnabled'
>;

/** What an owner decides about an assistant. */
export type AssistantFields = PlainFields &
  Pick<
    VoiceAssistant,
    | 'language'
    | 'otherLanguages'
    | 'modelProvider'
    | 'model'
    | 'voiceProvider'
    | 'voiceId'
    | 'transcriberProvider'
    | 'transcriberModel'
    | 'firstMessage'
    | 'tools'
  >;

export interface DraftFacts {
  clientName: string;
  /** Of the workspace. */
  timeZone: string;
  tools: AssistantTool[];
}

/** A new assistant, complete: what its owner left open has a default. */
export function draftAssistant(input: CreateAssistant, { clientName, timeZone, tools }: DraftFacts): AssistantFields {
  const language = input.language ?? assistantDefaults.language;
  const fields = plainFields(input, {
    ...assistantDefaults,
    name: shortened(clientName),
    context: input.context,
    timeZone,
    phoneNumber: null,
    transferNumber: null,
  });
  return {
    ...fields,
    language,
    otherLanguages: others(language, input.otherLanguages ?? []),
    ...settleProviders(input, language),
    firstMessage: input.firstMessage ?? greet({ ...fields, language, clientName }),
    tools,
  };
}

export interface RevisionFacts {
  /** Of the client before and after the change. */
  clientNames: { before: string; after: string };
  tools: AssistantTool[];
}

/**
 * A changed assistant. A first message that we generated follows the language, the client and the recording; one that
 * the owner wrote stays, until it is asked for again by null.
 */
export function reviseAssistant(
  current: AssistantFields,
  input: UpdateAssistant,
  { clientNames, tools }: RevisionFacts,
): AssistantFields {
  const language = input.language ?? current.language;
  const fields = plainFields(input, current);
  const generated = current.firstMessage === greet({ ...current, clientName: clientNames.before });
  const greeting = greet({ ...fields, language, clientName: clientNames.after });
  return {
    ...fields,
    language,
    otherLanguages: others(language, input.otherLanguages ?? current.otherLanguages),
    ...settleProviders(input, language, current),
    firstMessage: input.firstMessage ?? (generated || input.firstMessage === null ? greeting : current.firstMessage),
    tools,
  };
}

/** What needs no look at anything else: as asked for, else as it stands. */
function plainFields(input: CreateAssistant | UpdateAssistant, base: PlainFields): PlainFields {
  return {
    name: orElse(input.name, base.name),
    phoneNumber: orElse(input.phoneNumber, base.phoneNumber),
    route: orElse(input.route, base.route),
    active: orElse(input.active, base.active),
    timeZone: orElse(input.timeZone, base.timeZone),
    personality: orElse(input.personality, base.personality),
    context: orElse(input.context, base.context),
    transferNumber: orElse(input.transferNumber, base.transferNumber),
    recordingEnabled: orElse(input.recordingEnabled, base.recordingEnabled),
  };
}

/** Cut to what Vapi takes, never through the middle of a character. */
function shortened(name: string): string {
  return name
    .slice(0, longestName)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

function others(language: string, languages: readonly string[]): string[] {
  return [...new Set(languages)].filter((other) => other !== language);
}

function orElse<T>(value: T | undefined, base: T): T {
  return value === undefined ? base : value;
}
