import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { localServer, type LocalServer, type ReceivedRequest } from '../../../kernel/http/testing/local-server.js';

/** How Vapi answers a request in place of what it would. */
export interface PlayedAnswer {
  status: number;
  body: unknown;
}

interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

/** Plays the part of Vapi that calls are placed and controlled with: `POST /call`, `GET /call/{id}`, and their control addresses. */
export class PlayedVapi {
  readonly calls = new Map<string, Record<string, unknown>>();
  /** By method and the beginning of the path. */
  readonly #instead = new Map<string, PlayedAnswer | 'lost'>();

  private constructor(private readonly server: { current: LocalServer | undefined }) {}

  static async open(): Promise<PlayedVapi> {
    const server: { current: LocalServer | undefined } = { current: undefined };
    const played = new PlayedVapi(server);
    server.current = await localServer((response, request) => played.answer(response, request));
    return played;
  }

  get url(): string {
    return this.server.current?.url ?? '';
  }

  get sent(): Sent[] {
    return (this.server.current?.received ?? []).map(({ method, url, body }) => ({
      method,
      path: url,
      body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
    }));
  }

  /** What was sent to control addresses, in order. */
  get commands(): Record<string, unknown>[] {
    return this.sent.filter(({ path }) => path.startsWith('/control/')).map(({ body }) => body);
  }

  controlUrlOf(id: string): string {
    return `${this.url}/control/${id}`;
  }

  add(members: Record<string, unknown> = {}): { id: string } {
    const id = typeof members.id === 'string' ? members.id : randomUUID();
    const at = new Date().toISOString();
    const call = {
      id,
      orgId: 'o',
      type: 'inboundPhoneCall',
      status: 'in-progress',
      createdAt: at,
      updatedAt: at,
      phoneCallProvider: 'twilio',
      phoneCallProviderId: `CA${id.replaceAll('-', '')}`,
      monitor: { listenUrl: `wss://x.vapi.ai/${id}`, controlUrl: this.controlUrlOf(id) },
      ...members,
    };
    this.calls.set(id, call);
    return call;
  }

  /**
   * @param line Method and the beginning of the path: `POST /call`.
   * @param answer `lost` does what is asked for, and hangs up before it says so.
   */
  instead(line: string, answer: PlayedAnswer | 'lost'): void {
    this.#instead.set(line, answer);
  }

  /** Everything answers as Vapi does again, and nothing has been sent. */
  reset(): void {
    this.#instead.clear();
    this.calls.clear();
    this.server.current?.received.splice(0);
  }

  async close(): Promise<void> {
    await this.server.current?.close();
  }

  private answer(response: ServerResponse, request: ReceivedRequest): void {
    const line = `${request.method} ${request.url}`;
    const [, instead] = [...this.#instead].find(([start]) => line.startsWith(start)) ?? [];
    const answer = instead === undefined || instead === 'lost' ? this.usual(request) : instead;
    if (instead === 'lost') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  }

  private usual({ method, url, body }: ReceivedRequest): PlayedAnswer {
    if (method === 'POST' && url === '/call') {
      const made = this.add({ ...(JSON.parse(body) as object), type: 'outboundPhoneCall', status: 'queued' });
      return { status: 201, body: made };
    }
    if (method === 'POST' && url.startsWith('/control/')) return { status: 200, body: { success: true } };
    const call = this.calls.get(url.replace('/call/', ''));
    const refusal = { statusCode: 404, message: 'Couldn’t get call.', error: 'Not Found' };
    return call ? { status: 200, body: call } : { status: 404, body: refusal };
  }
}
