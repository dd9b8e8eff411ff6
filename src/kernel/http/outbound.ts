import type { Dispatcher } from 'undici';
import type { AddressGuard } from './address-guard.js';
import type { WireReply, WireRequest } from './exchange.js';
import { AddressRefused, ReplyRefused, type RequestFacts } from './http.errors.js';
import type { PreparedCall } from './prepared-call.js';
import { redirected } from './redirect.js';

const connectionsPerOrigin = 100;

interface SendOptions {
  signal: AbortSignal;
  facts: RequestFacts;
}

interface Agents {
  anywhere: Dispatcher;
  guarded: Dispatcher;
}

/**
 * The connections to other servers: those that may go anywhere, and those that the address guard watches. The library
 * behind them is loaded with the first request, since a process that calls nobody should not hold it.
 */
export class Outbound {
  #agents: Promise<Agents> | undefined;

  constructor(
    private readonly guard: AddressGuard,
    private readonly connectTimeoutMs: number,
  ) {}

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
    const agents = await this.#agents;
    await Promise.all([agents?.anywhere.destroy(), agents?.guarded.destroy()]);
  }

  private async open(): Promise<Agents> {
    const { Agent } = await import('undici');
    const connect = { timeout: this.connectTimeoutMs };
    return {
      anywhere: new Agent({ connections: connectionsPerOrigin, connect }),
      guarded: new Agent({ connections: connectionsPerOrigin, connect: { ...connect, lookup: this.guard.lookup } }),
    };
  }

  private async exchange(
    wire: WireRequest,
    watched: boolean,
    limits: SendOptions & { maxReplyBytes: number },
  ): Promise<WireReply> {
    if (watched) this.guard.check(wire.url);
    const { signal, maxReplyBytes } = limits;
    const { anywhere, guarded } = await (this.#agents ??= this.open());
    const { exchange } = await import('./exchange.js');
    return exchange(wire, { dispatcher: watched ? guarded : anywhere, signal, maxReplyBytes });
  }
}
