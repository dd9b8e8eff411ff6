import type { CallFacts } from './call-facts.js';
import type { Timeline, Utterance } from './moment.js';

/** Dollars by unit, as price lists of 2026 say. */
const price = {
  transport: 0.0085,
  transcriber: 0.0108,
  vapi: 0.05,
  character: 0.00003,
  promptToken: 0.00003,
  completionToken: 0.00006,
};
const usualProviders = { model: 'openai', voice: '11labs', transcriber: { provider: 'deepgram', model: 'nova-3' } };
/** Sums are made in whole ten-thousandths of a dollar, so that the lines add up to the total exactly. */
const scale = 10_000;

export interface Costs {
  cost: number;
  costs: Record<string, unknown>[];
  costBreakdown: Record<string, unknown>;
}

interface Usage {
  minutes: number;
  characters: number;
  promptTokens: number;
  completionTokens: number;
}

/** What the call cost; nothing when nobody picked up. */
export function costsOf({ line: { assistant } }: CallFacts, timeline: Timeline): Costs {
  const usage = usageOf(assistant.prompt, timeline);
  if (usage.minutes === 0) return { cost: 0, costs: [], costBreakdown: { total: 0 } };
  const { minutes, characters, promptTokens, completionTokens } = usage;
  const { model: modelProvider, voice, transcriber } = assistant.providers ?? usualProviders;
  const model = { provider: modelProvider, model: assistant.model };
  const tokens = { promptTokens, completionTokens };
  const analysis = { promptTokens: Math.round(promptTokens / 6), completionTokens: 80 };
  const items = [
    { type: 'transport', provider: 'twilio', minutes, cost: dollars(minutes * price.transport) },
    {
      type: 'transcriber',
      transcriber,
      minutes,
      cost: dollars(minutes * price.transcriber),
    },
    { type: 'model', model, ...tokens, cost: tokenCost(tokens) },
    {
      type: 'voice',
      voice: { provider: voice, voiceId: assistant.voiceId },
      characters,
      cost: dollars(characters * price.character),
    },
    { type: 'vapi', subType: 'normal', minutes, cost: dollars(minutes * price.vapi) },
    ...['summary', 'structuredData', 'successEvaluation'].map((analysisType) => ({
      type: 'analysis',
      analysisType,
      model: { provider: 'google', model: 'gemini-2.5-flash' },
      ...analysis,
      cost: dollars(tokenCost(analysis) / 20),
    })),
  ];
  return { cost: total(items), costs: items, costBreakdown: breakdown(items, usage) };
}

function usageOf(prompt: string, { utterances, answeredMs, endedMs }: Timeline): Usage {
  const minutes = answeredMs === null ? 0 : Math.round((endedMs - answeredMs) / 600) / 100;
  const spoken = textOf(utterances.filter((utterance) => utterance.kind === 'said' && utterance.role === 'assistant'));
  const turns = utterances.filter((utterance) => utterance.kind === 'tool' || utterance.role === 'user').length;
  // The model reads the prompt and all that was said again at each turn; four characters make a token.
  const promptTokens = Math.round((turns * (prompt.length + textOf(utterances).length / 2)) / 4);
  return { minutes, characters: spoken.length, promptTokens, completionTokens: Math.round(spoken.length / 4) };
}

function breakdown(items: readonly { type: string; cost: number }[], usage: Usage): Record<string, unknown> {
  const of = (type: string) => total(items.filter((item) => item.type === type));
  return {
    transport: of('transport'),
    stt: of('transcriber'),
    llm: of('model'),
    tts: of('voice'),
    vapi: of('vapi'),
    total: total(items),
    llmPromptTokens: usage.promptTokens,
    llmCompletionTokens: usage.completionTokens,
    ttsCharacters: usage.characters,
  };
}

function textOf(utterances: readonly Utterance[]): string {
  return utterances.map((utterance) => (utterance.kind === 'said' ? utterance.text : '')).join('');
}

function tokenCost({ promptTokens, completionTokens }: { promptTokens: number; completionTokens: number }): number {
  return dollars(promptTokens * price.promptToken + completionTokens * price.completionToken);
}

function dollars(amount: number): number {
  return Math.round(amount * scale) / scale;
}

function total(items: readonly { cost: number }[]): number {
  return items.reduce((sum, { cost }) => sum + Math.round(cost * scale), 0) / scale;
}
