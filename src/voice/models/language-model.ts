/** A tool that a model asks to be used. */
export interface ModelToolCall {
  id: string;
  name: string;
  arguments: unknown;
}

/** One step of a conversation, as a model is told it. */
export type ModelMessage =
  | { role: 'caller'; text: string }
  | { role: 'assistant'; text: string; calls?: readonly ModelToolCall[] | undefined }
  | { role: 'results'; results: readonly { id: string; name: string; text: string }[] };

/** A tool as a model is offered it. */
export interface ModelTool {
  name: string;
  description: string;
  /** JSON schema of its arguments. */
  parameters: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  /** As assistants name it: `openai`, `anthropic`, … */
  provider: string;
  model: string;
  system: string;
  messages: readonly ModelMessage[];
  tools: readonly ModelTool[];
  signal: AbortSignal;
}

/** In tokens. */
export interface ModelUsage {
  input: number;
  /** Of the input, what the provider had kept from before. */
  cached: number;
  output: number;
}

export interface ModelAnswer {
  text: string;
  toolCalls: readonly ModelToolCall[];
  usage: ModelUsage;
}

/** Whoever finds the words: one question, one answer. The loop around it, and the tools, are its caller's. */
export abstract class LanguageModel {
  /** @throws ModelNotSetUp; HttpFailure; the reason of the signal. */
  abstract answer(request: ModelRequest): Promise<ModelAnswer>;
}
