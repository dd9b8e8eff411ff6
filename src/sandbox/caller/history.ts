import type { CallFacts } from './call-facts.js';
import type { Timeline, Utterance } from './moment.js';
import { toolCall } from './tool-call-shapes.js';

/** What our server answered, by tool call id. */
export type ToolAnswers = ReadonlyMap<string, string>;

/** The conversation up to some moment, in the three ways in which Vapi writes it. */
export interface History {
  messages: Record<string, unknown>[];
  messagesOpenAIFormatted: Record<string, unknown>[];
  transcript: string;
}

/** A call on its way: what is known when a message of it is written. */
export interface Telling {
  facts: CallFacts;
  timeline: Timeline;
  answers: ToolAnswers;
}

export function historyOf({ facts, timeline, answers }: Telling, utterances: readonly Utterance[]): History {
  const prompt = facts.line.assistant.prompt;
  const answeredMs = timeline.answeredMs ?? 0;
  const time = (ms: number) => ({
    time: facts.createdAtMs + ms,
    secondsFromStart: Math.round(ms - answeredMs) / 1000,
  });
  return {
    messages: [
      { role: 'system', message: prompt, ...time(answeredMs) },
      ...utterances.flatMap((utterance) => vapiMessages(utterance, { facts, answers, time })),
    ],
    messagesOpenAIFormatted: [
      { role: 'system', content: prompt },
      ...utterances.flatMap((utterance) => openAiMessages(utterance, answers)),
    ],
    transcript: utterances.map(transcriptLine).join(''),
  };
}

interface Writing {
  facts: CallFacts;
  answers: ToolAnswers;
  time: (ms: number) => { time: number; secondsFromStart: number };
}

function vapiMessages(utterance: Utterance, { facts, answers, time }: Writing): Record<string, unknown>[] {
  const { startMs, endMs } = utterance;
  if (utterance.kind === 'tool') {
    const { request } = utterance;
    const { id: toolCallId, name } = request;
    return [
      { role: 'tool_calls', message: '', toolCalls: [toolCall(request)], ...time(startMs) },
      { role: 'tool_call_result', toolCallId, name, result: answerTo(request, answers), ...time(endMs) },
    ];
  }
  const said = {
    role: utterance.role === 'assistant' ? 'bot' : 'user',
    message: utterance.text,
    ...time(startMs),
    endTime: facts.createdAtMs + endMs,
    // Milliseconds since 2025, seconds before; the API description still says seconds.
    duration: endMs - startMs,
  };
  return [utterance.role === 'assistant' ? { ...said, source: '' } : said];
}

function openAiMessages(utterance: Utterance, answers: ToolAnswers): Record<string, unknown>[] {
  if (utterance.kind === 'said') return [{ role: utterance.role, content: utterance.text }];
  return [{ role: 'tool', content: answerTo(utterance.request, answers) }];
}

function answerTo({ id, expects }: { id: string; expects: string }, answers: ToolAnswers): string {
  return answers.get(id) ?? expects;
}

function transcriptLine(utterance: Utterance): string {
  if (utterance.kind === 'tool') return '';
  return `${utterance.role === 'assistant' ? 'AI' : 'User'}: ${utterance.text}\n`;
}
