import type { ChatMessage, ModelCall, ModelQuestion } from './model-script.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a request for a chat completion asks; what it leaves out is empty. */
export function readQuestion(body: unknown): ModelQuestion {
  const { model, messages, tools } = fieldsOf(body);
  const told = listOf(messages).map(readMessage);
  const lastOther = told.findLastIndex(({ role }) => role !== 'tool');
  return {
    model: textOf(model),
    system: told.find(({ role }) => role === 'system' || role === 'developer')?.content ?? '',
    messages: told,
    tools: listOf(tools).map((tool) => textOf(fieldsOf(fieldsOf(tool).function).name)),
    said: told.findLast(({ role }) => role === 'user')?.content ?? '',
    results: told.slice(lastOther + 1).map(({ content }) => content),
  };
}

export interface Completion {
  readonly id: string;
  readonly model: string;
  readonly text: string;
  readonly calls: readonly ModelCall[];
  readonly promptTokens: number;
}

/** As `POST /chat/completions` answers without streaming. */
export function completionBody(completion: Completion): Fields {
  const message = { role: 'assistant', content: completion.text || null, refusal: null, ...toolCalls(completion) };
  return {
    ...head(completion, 'chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason(completion) }],
    usage: usageOf(completion),
  };
}

/** The same, piece by piece, as server-sent events. */
export function completionChunks(completion: Completion): string[] {
  const chunk = (delta: Fields, finish: string | null = null) => ({
    ...head(completion, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });
  const words = completion.text.match(/\S+\s*/g) ?? [];
  const { tool_calls: calls = [] } = toolCalls(completion);
  const chunks = [
    chunk({ role: 'assistant', content: '' }),
    ...words.map((content) => chunk({ content })),
    ...calls.map((call, index) => chunk({ tool_calls: [{ index, ...call }] })),
    chunk({}, finishReason(completion)),
    { ...head(completion, 'chat.completion.chunk'), choices: [], usage: usageOf(completion) },
  ];
  return [...chunks.map((each) => JSON.stringify(each)), '[DONE]'];
}

function head({ id, model }: Completion, object: string): Fields {
  return { id: `chatcmpl-${id}`, object, created: 1_763_700_000, model, system_fingerprint: null };
}

function toolCalls({ id, calls }: Completion) {
  if (calls.length === 0) return {};
  return {
    tool_calls: calls.map((call, index) => ({
      id: `call_${id}_${index}`,
      type: 'function',
      function: { name: call.name, arguments: JSON.stringify(call.arguments) },
    })),
  };
}

function finishReason({ calls }: Completion): string {
  return calls.length > 0 ? 'tool_calls' : 'stop';
}

/** Four characters to a token, as a rule of thumb. */
function usageOf({ text, calls, promptTokens }: Completion): Fields {
  const completionTokens = Math.ceil((text.length + JSON.stringify(calls).length) / 4);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: 0 },
  };
}

function readMessage(message: unknown): ChatMessage {
  const { role, content, tool_calls: calls, tool_call_id: toolCallId } = fieldsOf(message);
  return {
    role: textOf(role),
    content: contentOf(content),
    toolCalls: listOf(calls).map((call) => {
      const described = fieldsOf(fieldsOf(call).function);
      return { id: textOf(fieldsOf(call).id), name: textOf(described.name), arguments: textOf(described.arguments) };
    }),
    toolCallId: typeof toolCallId === 'string' ? toolCallId : undefined,
  };
}

function contentOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .map((part) => textOf(fieldsOf(part).text))
    .join('');
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
