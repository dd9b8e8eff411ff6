import { Secret } from '../../kernel/config/index.js';
import { bytesReply, HttpFailure, type HttpClient, type HttpHeaders } from '../../kernel/http/index.js';
import { backoffPlan, type BackoffPlan } from '../caller/backoff-plan.js';
import type { ServerMessageBody } from '../caller/envelope.js';
import type { Clock } from './clock.js';
import { proofHeaders, type Proof } from './proof.js';
import { retryDelayMs } from './retry-delay.js';

/** As long as Vapi waits for the server of an assistant, unless that says otherwise. */
const usualTimeoutMs = 20_000;

/** Headers that prove these bytes, in a form that somebody has chosen. */
export type ProveBytes = (raw: Buffer, now: Date) => Readonly<Record<string, string>>;

export interface WebhookSenderOptions {
  http: HttpClient;
  clock: Clock;
  url: string;
  proof: Proof | ProveBytes;
  /** How it is sent again; null for not at all, as Vapi does where it is not told otherwise. */
  plan?: BackoffPlan | null | undefined;
  timeoutMs?: number | undefined;
  /** Told before each wait for another attempt. */
  onRetry?: ((retry: { status: number | undefined; waitMs: number }) => void) | undefined;
}

/** What became of a message. */
export interface Delivery {
  /** Of the last answer; undefined when there was none. */
  status: number | undefined;
  delivered: boolean;
  attempts: number;
  /** Of the last attempt. */
  durationMs: number;
  /** The answer's JSON; undefined when it was something else. */
  answer: unknown;
}

/** Sends webhooks as Vapi does: proven, in the exact bytes that were signed, and again when they are not taken. */
export class WebhookSender {
  constructor(private readonly options: WebhookSenderOptions) {}

  async send(body: ServerMessageBody): Promise<Delivery> {
    const raw = Buffer.from(JSON.stringify(body));
    const { plan = backoffPlan } = this.options;
    for (let attempts = 1; ; attempts += 1) {
      const attempt = await this.attempt(raw, body.message.call.id);
      if (attempt.delivered) return { ...attempt, attempts };
      const waitMs = plan && retryDelayMs(plan, attempts, attempt.status);
      if (waitMs === null) return { ...attempt, attempts };
      this.options.onRetry?.({ status: attempt.status, waitMs });
      await this.options.clock.wait(waitMs);
    }
  }

  private async attempt(raw: Buffer, callId: string): Promise<Omit<Delivery, 'attempts'>> {
    const startedAt = performance.now();
    const took = () => performance.now() - startedAt;
    try {
      const { status, body } = await this.post(raw, callId);
      return { status, delivered: true, durationMs: took(), answer: parsed(body) };
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return { status: error.status, delivered: false, durationMs: took(), answer: undefined };
    }
  }

  private post(raw: Buffer, callId: string) {
    const { http, url, proof, clock, timeoutMs = usualTimeoutMs } = this.options;
    const now = clock.now();
    const proven = typeof proof === 'function' ? proof(raw, now) : proofHeaders(proof, raw, now);
    const headers: HttpHeaders = { ...secretly(proven), 'x-call-id': callId };
    return http.request(
      { name: 'agent-builder', baseUrl: url, hostFrom: 'operator' },
      { method: 'POST', headers, body: { bytes: raw, contentType: 'application/json' }, reply: bytesReply, timeoutMs },
    );
  }
}

/** So that no error repeats them. */
function secretly(headers: Record<string, string>): Record<string, Secret> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, new Secret(value)]));
}

/** Vapi takes any 2xx as delivered; what is not JSON is no answer to it. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
