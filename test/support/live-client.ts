import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** What one subscriber hears, on a connection of its own. */
export interface Listener<News = unknown> {
  news: News[];
  errors: unknown[];
  /** The code with which the connection ended. */
  closed: Promise<number>;
  /** As when the network breaks: without a word. */
  breakOff(): void;
  stop(): void;
}

export interface Subscription {
  /** Of the HTTP server. */
  url: string;
  token: string;
  query: string;
  variables?: Record<string, unknown>;
}

/** Subscribes. What changes before the subscription stands is not told, so tests let things change until it is heard. */
export function listen<News = unknown>({ url, token, query, variables = {} }: Subscription): Listener<News> {
  const news: News[] = [];
  const errors: unknown[] = [];
  let socket: WebSocket | undefined;
  const client = createClient({
    url: webSocketUrl(url),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  client.on('opened', (opened) => void (socket = opened as WebSocket));
  const closed = new Promise<number>((resolve) => {
    client.on('closed', (event) => resolve((event as { code: number }).code));
  });
  client.subscribe<News>(
    { query, variables },
    {
      next: ({ data, errors: told }) => {
        if (data) news.push(data);
        errors.push(...(told ?? []));
      },
      error: (error) => void errors.push(...[error].flat()),
      complete: () => undefined,
    },
  );
  return { news, errors, closed, breakOff: () => socket?.terminate(), stop: () => void client.dispose() };
}

function webSocketUrl(url: string): string {
  return `${url.replace('http', 'ws')}/graphql`;
}

/** The protocol by hand. */
export interface Wire {
  /** @param message As it stands when it is a text, else as JSON. */
  send(message: unknown): void;
  heard: { type: string; id?: string; payload?: unknown }[];
  closed: Promise<number>;
  /** As when the network breaks: without a word. */
  terminate(): void;
}

export async function openWire(url: string, headers: Record<string, string> = {}): Promise<Wire> {
  const socket = new WebSocket(webSocketUrl(url), 'graphql-transport-ws', { headers });
  const heard: Wire['heard'] = [];
  socket.on('message', (data: Buffer) => void heard.push(JSON.parse(data.toString()) as Wire['heard'][number]));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const send = (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return { send, heard, closed, terminate: () => socket.terminate() };
}
