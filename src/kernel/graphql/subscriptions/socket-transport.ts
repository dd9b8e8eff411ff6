import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type WebSocket as ProtocolSocket } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { defineGauge } from '../../observability/index.js';
import { refuseUpgrade } from '../../web/index.js';
import { closeCodes } from './socket-session.js';

const longestMessageBytes = 64 * 1024;
const heartbeatMs = 30_000;
/** What may wait for a client that does not read; beyond it the client is let go. */
const mostWaitingBytes = 1024 * 1024;
const closeTimeMs = 1_000;

const openSockets = defineGauge({ name: 'graphql_sockets', help: 'WebSockets open in this process.' });

/** The sockets themselves: handshake, heartbeat, back-pressure, closing time. What is said on them is not known here. */
export class SocketTransport {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: longestMessageBytes, handleProtocols });
  readonly #answering = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;
  #closing = false;

  constructor() {
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs).unref();
  }

  accept(
    upgrade: { request: IncomingMessage; socket: Duplex; head: Buffer },
    opened: (socket: WebSocket) => void,
  ): void {
    if (this.#closing) return refuseUpgrade(upgrade.socket, 503);
    this.#server.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (socket) => {
      this.#answering.add(socket);
      openSockets.inc();
      socket.once('close', () => openSockets.dec());
      socket.on('pong', () => this.#answering.add(socket));
      // An oversized or broken message ends this socket, by the library itself, and concerns nobody else.
      socket.on('error', () => socket.terminate());
      opened(socket);
    });
  }

  /** Says goodbye to all, and waits a moment for them to say it too. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#heartbeat);
    const clients = [...this.#server.clients];
    for (const client of clients) client.close(1001, 'Going away');
    const gone = Promise.all(clients.map((client) => closed(client)));
    const late = setTimeout(() => clients.forEach((client) => client.terminate()), closeTimeMs);
    await gone;
    clearTimeout(late);
  }

  #beat(): void {
    for (const client of this.#server.clients) {
      if (!this.#answering.has(client)) client.terminate();
      this.#answering.delete(client);
      client.ping();
    }
  }
}

/** A socket as the protocol's implementation wants it. */
export function protocolSocket(socket: WebSocket): ProtocolSocket {
  return {
    protocol: socket.protocol,
    send: (data) => send(socket, data),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (read) => {
      socket.on('message', (message: Buffer) => {
        read(message.toString()).catch(() => socket.close(1011, 'Internal error'));
      });
    },
  };
}

function send(socket: WebSocket, data: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  if (socket.bufferedAmount > mostWaitingBytes) {
    socket.close(closeCodes.tooSlow, 'Too slow');
    return Promise.resolve();
  }
  return new Promise((resolve) => socket.send(data, () => resolve()));
}

function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) resolve();
    else socket.once('close', () => resolve());
  });
}
