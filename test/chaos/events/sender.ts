import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { Secret } from '../../../src/kernel/config/index.js';
import { proofHeaders } from '../../../src/sandbox/index.js';
import type { ChaosEvent } from './chaos-call.js';
import type { Delivery } from './deliveries.js';

/** What became of a delivery. */
export interface Sent {
  event: ChaosEvent;
  /** From the moment at which it should have been sent; undefined when nobody ever took it. */
  ackMs: number | undefined;
  attempts: number;
  /** The body of the 200. */
  answer: string | undefined;
}

/** As long as Vapi waits. */
const timeoutMs = 20_000;
const givenUpAfterMs = 120_000;
const retryMs = { first: 100, most: 2_000 };
const tickMs = 4;
/** After a refused connection nobody tries this address for a moment: thousands who knock at once slow its start down. */
const knownDownMs = 200;

/** An answer that says that the run itself is wrong: a signature, an address, a body. */
class RefusedForGood extends Error {}

/** Sends at a steady rate whatever the answers, and each event again, to the other process, until it is taken. */
export class Sender {
  readonly #agent = new Agent({ connections: 200, pipelining: 1, connectTimeout: 3_000 });
  readonly #refusedAt = new Map<string, number>();

  constructor(private readonly apiUrls: readonly string[]) {}

  async sendAll(deliveries: readonly Delivery[]): Promise<Sent[]> {
    const startedAt = performance.now();
    const running: Promise<Sent>[] = [];
    for (const delivery of deliveries) {
      while (performance.now() - startedAt < delivery.atMs) await pause(tickMs);
      const sending = this.send(delivery, startedAt + delivery.atMs);
      // It is looked at when all have been sent; until then nobody listens.
      sending.catch(() => undefined);
      running.push(sending);
    }
    return Promise.all(running);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  private async send({ event, firstApi }: Delivery, dueAt: number): Promise<Sent> {
    let attempts = 0;
    for (let round = 0; ; round += 1) {
      const url = this.reachable(firstApi + round);
      if (url !== undefined) attempts += 1;
      const tried = url === undefined ? {} : await this.attempt(event, url);
      const tookMs = performance.now() - dueAt;
      if (tried.answer !== undefined) return { event, ackMs: tookMs, attempts, answer: tried.answer };
      if (tookMs > givenUpAfterMs) return { event, ackMs: undefined, attempts, answer: undefined };
      await pause(tried.retryAfterMs ?? Math.min(retryMs.most, retryMs.first * 2 ** round));
    }
  }

  /** The process whose turn it is, else the other one; undefined when both have just refused. */
  private reachable(turn: number): string | undefined {
    const inTurn = this.apiUrls.map((_, index) => this.apiUrls[(turn + index) % this.apiUrls.length] ?? '');
    return inTurn.find((url) => performance.now() - (this.#refusedAt.get(url) ?? -Infinity) > knownDownMs);
  }

  private async attempt(event: ChaosEvent, apiUrl: string): Promise<{ answer?: string; retryAfterMs?: number }> {
    const { workspace } = event.call;
    const proof = proofHeaders({ kind: 'hmac', secret: new Secret(workspace.secret) }, event.raw, new Date());
    try {
      const { statusCode, headers, body } = await request(apiUrl + workspace.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...proof },
        body: event.raw,
        dispatcher: this.#agent,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      const text = await body.text();
      if (statusCode >= 200 && statusCode < 300) return { answer: text };
      if (statusCode < 500 && statusCode !== 429) throw new RefusedForGood(`An event got ${statusCode}: ${text}`);
      const seconds = Number(headers['retry-after']);
      return Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {};
    } catch (error) {
      if (error instanceof RefusedForGood) throw error;
      if (isRefusedConnection(error)) this.#refusedAt.set(apiUrl, performance.now());
      return {};
    }
  }
}

function isRefusedConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}
