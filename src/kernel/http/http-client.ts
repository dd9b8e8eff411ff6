import type { OnApplicationShutdown } from '@nestjs/common';
import { AppError } from '../errors/index.js';
import { AddressGuard } from './address-guard.js';
import { backOffMs } from './back-off.js';
import { Deadline } from './deadline.js';
import { failureOf } from './failure-of.js';
import { HttpFailure, type RequestFacts } from './http.errors.js';
import type { HttpAttempt, HttpObserver } from './http-observer.js';
import type { HttpReply, HttpRequest, HttpTarget } from './http-request.js';
import { systemTimer, type HttpTimer } from './http-timer.js';
import { judgeReply } from './judge-reply.js';
import { Outbound } from './outbound.js';
import { factsOf, prepareCall, type PreparedCall } from './prepared-call.js';

export interface HttpClientParts {
  timer: HttpTimer;
  guard: AddressGuard;
  observer: HttpObserver | undefined;
  connectTimeoutMs: number;
}

/**
 * The only way out to other servers: bounded in time and size, tried again only where that is safe,
 * silent about secrets, and kept off our own network where a user named the host.
 *
 * @example
 * const { body } = await this.http.request(vapi, { path: route`/call/${id}`, reply: jsonReply(z.object({ status: z.string() })) });
 */
export class HttpClient implements OnApplicationShutdown {
  readonly #timer: HttpTimer;
  readonly #observer: HttpObserver | undefined;
  readonly #outbound: Outbound;

  constructor(parts: Partial<HttpClientParts> = {}) {
    this.#timer = parts.timer ?? systemTimer;
    this.#observer = parts.observer;
    this.#outbound = new Outbound(parts.guard ?? new AddressGuard(), parts.connectTimeoutMs ?? 5000);
  }

  /**
   * @throws HttpFailure: UpstreamUnavailable, UpstreamRateLimited, CredentialRejected, UpstreamRefused or ReplyRefused.
   * @throws AddressRefused when a user named an address that is not public.
   * @throws the reason of `request.signal` when the caller gives up.
   */
  async request<T>(target: HttpTarget, request: HttpRequest<T>): Promise<HttpReply<T>> {
    request.signal?.throwIfAborted();
    const call = prepareCall(target, request);
    const deadline = new Deadline(this.#timer, call.timeoutMs, request.signal);
    try {
      return await this.untilAnswered(call, deadline);
    } finally {
      deadline.release();
    }
  }

  /** Last of all at shutdown, since jobs that finish may still call out. */
  onApplicationShutdown(): Promise<void> {
    return this.#outbound.destroy();
  }

  private async untilAnswered<T>(call: PreparedCall<T>, deadline: Deadline): Promise<HttpReply<T>> {
    const { request } = call;
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.attempt(call, deadline, attempt);
      if (!(result instanceof Error)) return result;
      const waitMs = backOffMs(attempt, this.#timer.random(), retryAfter(result));
      if (!mayRepeat(call, result) || attempt > call.retries || !deadline.leaves(waitMs)) throw result;
      await this.#timer.wait(waitMs, deadline.signal).catch(() => {
        request.signal?.throwIfAborted();
        throw result;
      });
      await call.target.beforeRepeat?.();
    }
  }

  private async attempt<T>(call: PreparedCall<T>, deadline: Deadline, attempt: number): Promise<HttpReply<T> | Error> {
    const startedAt = this.#timer.now();
    const facts = factsOf(call, attempt);
    const result = await this.#outbound.send(call, { signal: deadline.signal, facts }).then(
      (reply) => judgeReply(call, reply, facts),
      (error: unknown) => failureOf(error, call, { facts, timedOut: deadline.passed }),
    );
    const givenUp = result instanceof Error && deadline.givenUp;
    this.observe(facts, result, { durationMs: this.#timer.now() - startedAt, givenUp });
    if (givenUp) call.request.signal?.throwIfAborted();
    return result;
  }

  private observe(
    facts: RequestFacts,
    result: HttpReply<unknown> | Error,
    how: { durationMs: number; givenUp: boolean },
  ) {
    const { target, method, attempts: attempt } = facts;
    const { durationMs, givenUp } = how;
    const outcome = givenUp ? 'given_up' : outcomeOf(result);
    const status = result instanceof Error && !(result instanceof HttpFailure) ? undefined : result.status;
    this.#observer?.attemptEnded({ target, method, attempt, status, outcome, durationMs });
  }
}

function outcomeOf(result: HttpReply<unknown> | Error): HttpAttempt['outcome'] {
  if (!(result instanceof Error)) return 'ok';
  return result instanceof AppError ? result.kind : 'internal';
}

function mayRepeat(call: PreparedCall<unknown>, result: Error): boolean {
  return call.repeatable && result instanceof HttpFailure && result.retryable;
}

function retryAfter(result: Error): number | undefined {
  return result instanceof HttpFailure ? result.retryAfterMs : undefined;
}
