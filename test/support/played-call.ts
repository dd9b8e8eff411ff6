import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.js';
import { until } from './until.js';

/** An address of a workspace's own for Vapi, and what has to be sent there. */
export interface Endpoint {
  path: string;
  secret: string;
}

export async function endpointOf(client: ApiClient, settings: object = {}): Promise<Endpoint> {
  const create =
    'mutation ($s: JSON) { createWebhookEndpoint(source: "vapi", settings: $s) { secret endpoint { url } } }';
  const { createWebhookEndpoint: made } = await client.ask<{
    createWebhookEndpoint: { secret: string; endpoint: { url: string } };
  }>(create, { s: settings });
  return { path: new URL(made.endpoint.url).pathname, secret: made.secret };
}

/** One call as the platform tells of it, to whichever process of a deployment. */
export class PlayedCall {
  readonly id = randomUUID();
  readonly #began = Date.now() - 60_000;
  #said = 0;

  constructor(readonly endpoint: Endpoint) {}

  status(url: string, status: string): Promise<void> {
    return this.#tell(url, { type: 'status-update', status });
  }

  say(url: string, transcript: string): Promise<void> {
    this.#said += 1;
    const role = this.#said % 2 === 0 ? 'user' : 'assistant';
    const timestamp = this.#began + this.#said * 1_000;
    return this.#tell(url, { type: 'transcript', transcriptType: 'final', role, transcript, timestamp });
  }

  /** The call's id as clients know it, once it is on record. */
  recorded(client: ApiClient): Promise<string> {
    return until(async () => {
      const { calls } = await client.ask<{ calls: { nodes: { id: string; vapiCallId: string }[] } }>(
        '{ calls(first: 100) { nodes { id vapiCallId } } }',
      );
      return calls.nodes.find(({ vapiCallId }) => vapiCallId === this.id)?.id;
    });
  }

  async #tell(url: string, members: object): Promise<void> {
    const call = { id: this.id, type: 'inboundPhoneCall', createdAt: new Date(this.#began).toISOString() };
    const message = { timestamp: Date.now(), call, ...members };
    const reply = await fetch(url + this.endpoint.path, {
      method: 'POST',
      headers: { 'x-vapi-secret': this.endpoint.secret },
      body: JSON.stringify({ message }),
    });
    expect(reply.status).toBe(200);
  }
}
