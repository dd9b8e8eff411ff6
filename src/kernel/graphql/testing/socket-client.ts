import { once } from 'node:events';
import WebSocket from 'ws';
import { until } from '../../../../test/support/until.js';

export interface SocketMessage {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A WebSocket that speaks what it is told to, message by message, and keeps what it hears. */
export class SocketClient {
  readonly heard: SocketMessage[] = [];
  closed: { code: number; reason: string } | undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString()) as SocketMessage));
    socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    socket.on('error', () => undefined);
  }

  /** Opens the socket; nothing is said yet. */
  static async open(url: string, headers: Record<string, string> = {}, protocol = 'graphql-transport-ws') {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, { headers });
    const client = new SocketClient(socket);
    await once(socket, 'open');
    return client;
  }

  /** Opens the socket and says who it is. */
  static async signedIn(url: string, token = 'owner', headers: Record<string, string> = {}): Promise<SocketClient> {
    const client = await SocketClient.open(url, { 'accept-language': 'en', ...headers });
    client.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await client.hears('connection_ack');
    return client;
  }

  say(message: SocketMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, more: object = {}): void {
    this.say({ type: 'subscribe', id, payload: { query, ...more } });
  }

  /** Waits for a message of a type, and of an id where one is given. */
  hears(type: string, id?: string): Promise<SocketMessage> {
    return until(() => this.heard.find((message) => message.type === type && (id === undefined || message.id === id)));
  }

  /** Waits until the other side has closed. */
  isClosed(): Promise<{ code: number; reason: string }> {
    return until(() => this.closed);
  }

  end(): void {
    this.socket.terminate();
  }
}
