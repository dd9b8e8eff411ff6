import { Agent } from 'undici';
import type { AddressGuard } from './address-guard.js';
import { exchange, type WireReply, type WireRequest } from './exchange.js';
import { AddressRefused, ReplyRefused, type RequestFacts } from './http.errors.js';
import type { PreparedCall } from './prepared-call.js';
import { redirected } from './redirect.js';

const connectionsPerOrigin = 100;

interface SendOptions {
  signal: AbortSignal;
  facts: RequestFacts;
}

/** The connections to other servers: those that may go anywhere, and those that the address guard watches. */
export class Outbound {
  readonly #anywhere: Agent;
  readonly #guarded: Agent;

  constructor(
    private readonly guard: AddressGuard,
    connectTimeoutMs: number,
  ) {
    const connect = { timeout: connectTimeoutMs };
    this.#anywhere = new Agent({ connections: connectionsPerOrigin, connect });
    this.#guarded = new Agent({ connections: connectionsPerOrigin, connect: { ...connect, lookup: guard.lookup } });
  }

  /** Sends once and follows the redirects it may; a host that a reply names counts as one that a user names. */
  async send(call: PreparedCall<unknown>, options: SendOptions): Promise<WireReply> {
    let { wire } = call;
    let watched = call.target.hostFrom === 'user';
    const via = (request: WireRequest) => this.exchange(request, watched, { ...options, ...call });
    let reply = await via(wire);
    try {
      for (let hop = 0; hop < call.redirects; hop += 1) {
        const next = redirected(call, wire, reply);
        if (!next) break;
        watched ||= next.url.origin !== wire.url.origin;
        wire = next;
        reply = await via(wire);
      }
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error;
      const fault = `redirect to an address that is refused: ${String(error.meta?.why)}`;
      throw new ReplyRefused('REDIRECT_REFUSED', { ...options.facts, fault });
    }
    return reply;
  }

  async destroy(): Promise<void> {
    await Promise.all([this.#anywhere.destroy(), this.#guarded.destroy()]);
  }

  private exchange(
    wire: WireRequest,
    watched: boolean,
    limits: SendOptions & { maxReplyBytes: number },
  ): Promise<WireReply> {
    if (watched) this.guard.check(wire.url);
    const { signal, maxReplyBytes } = limits;
    return exchange(wire, { dispatcher: watched ? this.#guarded : this.#anywhere, signal, maxReplyBytes });
  }
}
