import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { completionBody, completionChunks, readQuestion, type Completion } from './chat-completion.js';
import type { ModelMove, ModelQuestion, ModelScript } from './model-script.js';

export interface ScriptedModelOptions {
  readonly apiKey: string;
  readonly script: ModelScript;
  /** Any free one where it is left out. */
  readonly port?: number | undefined;
}

/**
 * A model behind an API like OpenAI's, on the loopback address, that says what a script tells it to: chat completions,
 * streamed or not, with tool calls, delays and faults.
 *
 * @example
 * const model = await ScriptedModel.open({ apiKey: 'key', script: ['Bonsoir, que puis-je pour vous ?'] });
 * // OPENAI_BASE_URL=model.url
 */
export class ScriptedModel {
  readonly #asked: ModelQuestion[] = [];
  #sinceScript = 0;

  private constructor(
    private readonly server: Server,
    private readonly apiKey: string,
    private script: ModelScript,
  ) {
    server.on('request', (request, response) => void this.answer(request, response).catch(() => response.destroy()));
  }

  static async open({ apiKey, script, port = 0 }: ScriptedModelOptions): Promise<ScriptedModel> {
    const server = createServer();
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', listening);
    });
    return new ScriptedModel(server, apiKey, script);
  }

  /** With the version, as clients want their base address. */
  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`;
  }

  /** The latest at the end. */
  get asked(): readonly ModelQuestion[] {
    return this.#asked;
  }

  /** From now on; counting begins anew. */
  play(script: ModelScript): void {
    this.script = script;
    this.#sinceScript = 0;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (request.headers.authorization !== `Bearer ${this.apiKey}`) {
      refuse(response, 401, 'Incorrect API key provided.');
    } else if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      refuse(response, 404, `Unknown request URL: ${request.method} ${request.url}.`);
    } else {
      await this.complete(JSON.parse(body), response);
    }
  }

  private async complete(body: unknown, response: ServerResponse): Promise<void> {
    const question = readQuestion(body);
    const nth = this.#sinceScript++;
    this.#asked.push(question);
    const move =
      typeof this.script === 'function' ? this.script(question, nth) : (this.script[nth] ?? this.script.at(-1));
    const isStreamed = typeof body === 'object' && body !== null && 'stream' in body && body.stream === true;
    await this.make(move ?? '', { question, response, isStreamed });
  }

  private async make(move: ModelMove, asked: Asked): Promise<void> {
    if (typeof move === 'string') this.speak({ text: move, calls: [] }, asked);
    else if ('calls' in move) this.speak({ text: move.text ?? '', calls: move.calls }, asked);
    else if ('fails' in move) refuse(asked.response, move.fails, move.message ?? 'The server had an error.');
    else if ('raw' in move) json(asked.response, 200, move.raw);
    else if ('afterMs' in move) {
      await new Promise((resolve) => setTimeout(resolve, move.afterMs));
      await this.make(move.then, asked);
    }
  }

  private speak(said: Pick<Completion, 'text' | 'calls'>, { question, response, isStreamed }: Asked): void {
    const promptTokens = Math.ceil(JSON.stringify(question.messages).length / 4);
    const completion = { ...said, id: String(this.#asked.length), model: question.model, promptTokens };
    if (!isStreamed) {
      json(response, 200, JSON.stringify(completionBody(completion)));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const chunk of completionChunks(completion)) response.write(`data: ${chunk}\n\n`);
    response.end();
  }
}

interface Asked {
  question: ModelQuestion;
  response: ServerResponse;
  isStreamed: boolean;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const type = status < 500 ? 'invalid_request_error' : 'server_error';
  json(response, status, JSON.stringify({ error: { message, type, param: null, code: null } }));
}

function json(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}
