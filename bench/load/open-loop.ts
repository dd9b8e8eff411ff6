import { HttpConnection } from './http-connection.js';
import { collectGarbage } from './collect-garbage.js';
import { Tally, type LoadResult } from './load-result.js';

export interface OpenLoop {
  port: number;
  ratePerSecond: number;
  /** Each is sent once, at its time. */
  requests: readonly Buffer[];
  /** Told of each answer, with the number of its request. */
  onAnswer?: ((index: number, status: number, body: string) => void) | undefined;
}

/** Opened before the first request; the pool grows when all of them wait for an answer. */
const connectionsAtFirst = 64;

/**
 * Sends at a fixed rate whether the server keeps up or not. Latency counts from the time at which a request should have
 * been sent, so that a server which stops for a while is not excused by the requests that it kept from being sent.
 */
export async function sendOpenLoop(options: OpenLoop): Promise<LoadResult> {
  collectGarbage();
  const idle = await Promise.all(Array.from({ length: connectionsAtFirst }, () => HttpConnection.open(options.port)));
  const sender = new OpenLoopSender(options, idle);
  try {
    return await sender.run();
  } finally {
    sender.close();
  }
}

class OpenLoopSender {
  readonly #all: HttpConnection[];
  readonly #tally = new Tally();
  readonly #startedAt = performance.now();
  #next = 0;
  #finish: (() => void) | undefined;

  constructor(
    private readonly options: OpenLoop,
    private readonly idle: HttpConnection[],
  ) {
    this.#all = [...idle];
  }

  async run(): Promise<LoadResult> {
    const finished = new Promise<void>((resolve) => (this.#finish = resolve));
    this.#sendDue();
    await finished;
    return this.#tally.result();
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }

  #sendDue(): void {
    const { requests, ratePerSecond } = this.options;
    const elapsed = performance.now() - this.#startedAt;
    const due = Math.min(requests.length, Math.floor((elapsed * ratePerSecond) / 1_000) + 1);
    for (; this.#next < due; this.#next += 1) this.#send(this.#next);
    if (this.#next < requests.length) setTimeout(() => this.#sendDue(), 1);
  }

  #send(index: number): void {
    const request = this.options.requests[index];
    if (!request) return;
    const connection = this.idle.pop();
    if (connection) this.#sendOn(connection, index, request);
    else void this.#sendOnNew(index, request);
  }

  async #sendOnNew(index: number, request: Buffer): Promise<void> {
    try {
      const connection = await HttpConnection.open(this.options.port);
      this.#all.push(connection);
      this.#sendOn(connection, index, request);
    } catch {
      // Counted as refused.
      this.#answered(index, 0, '');
    }
  }

  #sendOn(connection: HttpConnection, index: number, request: Buffer): void {
    connection.send(request, (status, body) => {
      if (connection.isOpen) this.idle.push(connection);
      this.#answered(index, status, body);
    });
  }

  #answered(index: number, status: number, body: string): void {
    const { ratePerSecond, requests, onAnswer } = this.options;
    const dueAt = this.#startedAt + (index * 1_000) / ratePerSecond;
    this.#tally.add(status, performance.now() - dueAt);
    onAnswer?.(index, status, body);
    if (this.#tally.answered === requests.length) this.#finish?.();
  }
}
