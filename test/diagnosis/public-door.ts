import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the platforms and the server, and what it does with what is knocked with. */
export type DoorManner =
  | { kind: 'through' }
  /** Something else answers there. */
  | { kind: 'answers'; status: number }
  /** As proxies do that take headers out which they do not know. */
  | { kind: 'drops header'; name: string }
  /** What proves itself is swallowed: answered, and never worked on. */
  | { kind: 'swallows'; name: string }
  | { kind: 'hangs up' };

/** A proxy before the server under test, at an address that is known before the server is. */
export class PublicDoor {
  manner: DoorManner = { kind: 'through' };
  #behind = '';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((incoming, answer) => this.serve(incoming, answer));
  }

  static async open(): Promise<PublicDoor> {
    const door = new PublicDoor();
    await new Promise<void>((listening) => door.#server.listen(0, '127.0.0.1', listening));
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  leadTo(url: string): void {
    this.#behind = url;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  private serve(incoming: IncomingMessage, answer: ServerResponse): void {
    const { manner } = this;
    if (manner.kind === 'hangs up') return void incoming.destroy();
    if (manner.kind === 'answers') return void answer.writeHead(manner.status).end();
    if (manner.kind === 'swallows' && manner.name in incoming.headers) return void answer.writeHead(200).end();
    const { [manner.kind === 'drops header' ? manner.name : '']: _, ...headers } = incoming.headers;
    const { method } = incoming;
    const passed = request(this.#behind + (incoming.url ?? '/'), { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    passed.once('error', () => answer.destroy());
    incoming.pipe(passed);
  }
}
