import { randomUUID } from 'node:crypto';
import { Secret } from '../../../kernel/config/index.js';
import {
  AddressRefused,
  bytesReply,
  HttpFailure,
  type HttpClient,
  type RawReply,
  UpstreamUnavailable,
} from '../../../kernel/http/index.js';
import { connectionPlan, type ConnectionPlan } from './connection-overrides.js';
import type { SentWebhook } from './played-call.js';
import { twilioSignature } from './twilio-signature.js';

export interface WebhookAsk {
  readonly purpose: SentWebhook['purpose'];
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly form: URLSearchParams;
  readonly atMs: number;
}

/** What came back; of an answer that did not, why. */
export interface WebhookAnswer {
  readonly sent: SentWebhook;
  readonly failure: 'unreachable' | 'timeout' | 'broken' | null;
  /** What was sent, where it is no text. */
  readonly bytes: Buffer;
}

type Received = Pick<WebhookAnswer, 'failure' | 'bytes'> & { readonly reply: RawReply | null };

interface Parts {
  readonly http: HttpClient;
  readonly authToken: string;
  readonly answerWithinMs: number;
  readonly losesAnswer: (nth: number) => boolean;
}

const mostRedirects = 5;
const mostLost = 5;

/** Asks servers as Twilio does: signed, with a token that stays the same when one is asked again. */
export class Webhooks {
  readonly #log: SentWebhook[] = [];
  #nth = 0;

  constructor(private readonly parts: Parts) {}

  /** All that have been sent, those whose answers were lost among them. */
  get log(): readonly SentWebhook[] {
    return this.#log;
  }

  async ask(ask: WebhookAsk): Promise<WebhookAnswer> {
    const plan = connectionPlan(ask.url, this.parts.answerWithinMs);
    const token = randomUUID();
    for (let [left, losable] = [plan.retries, mostLost]; ;) {
      const answer = await this.once(ask, { plan, token });
      if (losable > 0 && this.isLost(ask)) losable -= 1;
      else if (left > 0 && plan.retriesOn.some((reason) => isReason(reason, answer))) left -= 1;
      else return answer;
    }
  }

  private isLost({ purpose }: WebhookAsk): boolean {
    if (purpose === 'sound') return false;
    this.#nth += 1;
    return this.parts.losesAnswer(this.#nth);
  }

  private async once(ask: WebhookAsk, how: { plan: ConnectionPlan; token: string }): Promise<WebhookAnswer> {
    let { method, form } = ask;
    let { url } = how.plan;
    for (let hop = 0; ; hop += 1) {
      const answer = await this.send({ ...ask, url: method === 'GET' ? withQuery(url, form) : url, method, form }, how);
      const location = answer.location;
      if (location === null || hop >= mostRedirects) return answer;
      url = new URL(location, url).href;
      // What was posted is lost on the way.
      [method, form] = ['GET', new URLSearchParams()];
    }
  }

  private async send(ask: WebhookAsk, { plan, token }: { plan: ConnectionPlan; token: string }) {
    const posted = ask.method === 'POST' ? ask.form : new URLSearchParams();
    const headers = {
      'x-twilio-signature': twilioSignature(this.parts.authToken, ask.url, posted),
      'i-twilio-idempotency-token': token,
    };
    const startedAt = performance.now();
    const { reply, failure, bytes } = await this.request(ask, { headers, timeoutMs: plan.timeoutMs });
    const sent: SentWebhook = {
      ...ask,
      headers,
      status: reply?.status ?? null,
      contentType: reply?.headers['content-type'] ?? null,
      body: ask.purpose === 'sound' ? '' : (reply?.text ?? ''),
      tookMs: performance.now() - startedAt,
    };
    this.#log.push(sent);
    const isMoved = reply !== null && [301, 302, 303, 307, 308].includes(reply.status);
    return { sent, failure, bytes, location: isMoved ? (reply.headers.location ?? null) : null };
  }

  private async request(
    { url, method, form }: WebhookAsk,
    { headers, timeoutMs }: { headers: Readonly<Record<string, string>>; timeoutMs: number },
  ): Promise<Received> {
    const seen: RawReply[] = [];
    // Whatever its status: Twilio has its own opinion of each.
    const judge = (reply: RawReply) => {
      seen.push(reply);
      return null;
    };
    const secret = Object.entries(headers).map(([name, value]) => [name, new Secret(value)] as const);
    const contentType = 'application/x-www-form-urlencoded; charset=utf-8';
    const body = method === 'POST' ? { body: { bytes: Buffer.from(form.toString()), contentType } } : {};
    const hidden = { ...Object.fromEntries(secret), 'user-agent': 'TwilioProxy/1.1' };
    try {
      const { body: bytes } = await this.parts.http.request(
        { name: 'agent-builder', baseUrl: url, hostFrom: 'operator', judge },
        { method, headers: hidden, ...body, reply: bytesReply, retries: 0, timeoutMs },
      );
      return { reply: seen[0] ?? null, failure: null, bytes };
    } catch (error) {
      const [reply = null] = seen;
      return { reply, failure: reply ? null : failureOf(error), bytes: Buffer.alloc(0) };
    }
  }
}

/** @throws what is no failure of the other side. */
function failureOf(error: unknown): 'unreachable' | 'timeout' | 'broken' {
  if (error instanceof AddressRefused) return 'broken';
  if (!(error instanceof HttpFailure)) throw error;
  if (!(error instanceof UpstreamUnavailable)) return 'broken';
  if (error.reason === 'HTTP.TIMED_OUT') return 'timeout';
  return error.reason === 'HTTP.UNREACHABLE' ? 'unreachable' : 'broken';
}

function isReason(reason: string, { sent, failure }: WebhookAnswer): boolean {
  const status = sent.status ?? 0;
  const is: Readonly<Record<string, boolean>> = {
    ct: failure === 'unreachable',
    rt: failure === 'timeout',
    '4xx': status >= 400 && status < 500,
    '5xx': status >= 500,
    all: failure !== null || status >= 400,
  };
  return is[reason] === true;
}

function withQuery(url: string, form: URLSearchParams): string {
  const query = form.toString();
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
