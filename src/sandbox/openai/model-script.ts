/** A message as a chat-completions request carries it. */
export interface ChatMessage {
  readonly role: string;
  readonly content: string;
  /** Of an assistant that asked for tools. */
  readonly toolCalls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  /** Of a tool's result. */
  readonly toolCallId: string | undefined;
}

/** What a model is asked. */
export interface ModelQuestion {
  readonly model: string;
  readonly system: string;
  readonly messages: readonly ChatMessage[];
  /** The names of the tools that it may ask for. */
  readonly tools: readonly string[];
  /** The words of the one who spoke last. */
  readonly said: string;
  /** The results of the tools that it has just asked for. */
  readonly results: readonly string[];
}

/** What it does: speaks, asks for tools, is slow, never answers, breaks, or answers with nonsense. */
export type ModelMove =
  | string
  | { readonly calls: readonly ModelCall[]; readonly text?: string | undefined }
  | { readonly afterMs: number; readonly then: ModelMove }
  | { readonly hangs: true }
  | { readonly fails: number; readonly message?: string | undefined }
  | { readonly raw: string };

export interface ModelCall {
  readonly name: string;
  readonly arguments: unknown;
}

/** Moves in order, of which the last one is repeated; or a function of what is asked. */
export type ModelScript = readonly ModelMove[] | ((question: ModelQuestion, nth: number) => ModelMove);
