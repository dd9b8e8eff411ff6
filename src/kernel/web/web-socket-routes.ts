import { Server, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Who takes a WebSocket, by path. What no one takes is answered and closed instead of left hanging. */
@Injectable()
export class WebSocketRoutes {
  readonly #handlers = new Map<string, UpgradeHandler>();

  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  serve(path: string, handler: UpgradeHandler): void {
    if (this.#handlers.has(path)) throw new Error(`Two parts serve WebSockets at ${path}.`);
    if (this.#handlers.size === 0) this.#listen();
    this.#handlers.set(path, handler);
  }

  #listen(): void {
    const server: unknown = this.host.httpAdapter.getHttpServer();
    if (!(server instanceof Server)) throw new Error('WebSockets need the HTTP server of Node.');
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // Without a listener, a connection reset in the middle of the handshake would end the process.
      socket.on('error', () => socket.destroy());
      const handler = this.#handlers.get(pathOf(request));
      if (handler) handler(request, socket, head);
      else refuseUpgrade(socket, 404);
    });
  }
}

/** Answers a WebSocket handshake with a status and nothing else. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}
