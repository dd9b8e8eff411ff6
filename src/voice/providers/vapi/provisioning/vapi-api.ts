import { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import type { Secret } from '../../../../kernel/config/index.js';
import { HttpFailure, route } from '../../../../kernel/http/index.js';
import {
  assistantReply,
  credentialReply,
  toolReply,
  type LiveAssistant,
  type LiveCredential,
  type LiveTool,
} from './live-account.js';
import { callReply, listedCall, type ListedCall, type LiveCall, type VapiCallBody } from './live-call.js';
import type { VapiAssistantBody } from './assistant-body.js';
import type { VapiToolBody } from './tool-body.js';
import { VapiNumbers } from './vapi-numbers.js';

/** As much as one page holds: https://docs.vapi.ai/api-reference/tools/list */
const pageSize = 1_000;

const tools = z.array(toolReply);
const assistants = z.array(assistantReply);
const credentials = z.array(credentialReply);
const calls = z.array(listedCall);
/** Each comes with all that was said in it, and an answer may be 10 MB. */
const callsOnPage = 50;

/**
 * Vapi as one account sees it, as far as provisioning goes. By the client of the account and not by Vapi’s SDK: that one
 * has no credentials, knows fewer kinds of tools than Vapi does, and sends writes again by itself.
 *
 * @throws HttpFailure from every method.
 */
export class VapiApi {
  readonly numbers: VapiNumbers;

  constructor(private readonly client: VendorClient) {
    this.numbers = new VapiNumbers(client);
  }

  listTools(): Promise<readonly LiveTool[]> {
    return this.list('/tool', tools);
  }

  createTool(body: VapiToolBody): Promise<LiveTool> {
    return this.client.post('/tool', { json: body, reply: toolReply });
  }

  /** Each field that is given replaces what stands there, whole. */
  updateTool(
    { id, type }: Pick<LiveTool, 'id' | 'type'>,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<LiveTool> {
    return this.client.patch(route`/tool/${id}`, { json: { type, ...fields }, reply: toolReply });
  }

  /** One that is not there is as good as deleted. */
  async deleteTool(id: string): Promise<void> {
    await orGone(this.client.delete(route`/tool/${id}`, { reply: z.unknown() }));
  }

  listAssistants(): Promise<readonly LiveAssistant[]> {
    return this.list('/assistant', assistants);
  }

  async findAssistant(id: string): Promise<LiveAssistant | null> {
    try {
      return await this.client.get(route`/assistant/${id}`, { reply: assistantReply });
    } catch (error) {
      if (error instanceof HttpFailure && error.kind === 'not_found') return null;
      throw error;
    }
  }

  createAssistant(body: VapiAssistantBody): Promise<LiveAssistant> {
    return this.client.post('/assistant', { json: body, reply: assistantReply });
  }

  /** Each field that is given replaces what stands there, whole. */
  updateAssistant(id: string, fields: Readonly<Record<string, unknown>>): Promise<LiveAssistant> {
    return this.client.patch(route`/assistant/${id}`, { json: fields, reply: assistantReply });
  }

  /** One that is not there is as good as deleted. */
  async deleteAssistant(id: string): Promise<void> {
    await orGone(this.client.delete(route`/assistant/${id}`, { reply: z.unknown() }));
  }

  /** @param model Whole: what is left out of it is gone. */
  updateModel(id: string, model: Readonly<Record<string, unknown>>): Promise<LiveAssistant> {
    return this.client.patch(route`/assistant/${id}`, { json: { model }, reply: assistantReply });
  }

  /** Null where there are none to be had: they are in Vapi’s guides, and not in the description of its API. */
  listCredentials(): Promise<readonly LiveCredential[] | null> {
    return ifOffered(this.client.get('/credential', { reply: credentials }));
  }

  /**
   * A secret that Vapi shows to a server in the header `X-Vapi-Secret`; null as in `listCredentials`.
   * https://docs.vapi.ai/server-url/server-authentication
   */
  createSecretCredential(name: string, secret: Secret): Promise<LiveCredential | null> {
    const authenticationPlan = {
      type: 'bearer',
      token: secret.reveal(),
      headerName: 'X-Vapi-Secret',
      bearerPrefixEnabled: false,
    };
    const json = { provider: 'custom-credential', name, authenticationPlan };
    return ifOffered(this.client.post('/credential', { json, reply: credentialReply }));
  }

  /** Null for one that this account does not have. */
  async findCall(id: string): Promise<LiveCall | null> {
    try {
      return await this.client.get(route`/call/${id}`, { reply: callReply });
    } catch (error) {
      if (error instanceof HttpFailure && error.kind === 'not_found') return null;
      throw error;
    }
  }

  /** All that were made since then, in no order, each as `GET /call/{id}` gives it. */
  listCalls(since: Date): Promise<readonly ListedCall[]> {
    return this.list('/call', calls, { most: callsOnPage, since: since.toISOString() });
  }

  /** Rings somebody up, at once. */
  createCall(json: VapiCallBody): Promise<LiveCall> {
    return this.client.post('/call', { json, reply: callReply });
  }

  /** In which order pages come is documented nowhere, so the next one is what is older than all of this one. */
  private async list<T extends { id: string; createdAt: string | null }>(
    path: string,
    reply: z.ZodType<T[]>,
    { most = pageSize, since }: { most?: number; since?: string } = {},
  ): Promise<T[]> {
    const all = new Map<string, T>();
    let before: string | undefined;
    for (;;) {
      const page = await this.client.get(path, {
        query: { limit: most, createdAtGe: since, createdAtLt: before },
        reply,
      });
      const known = all.size;
      for (const each of page) all.set(each.id, each);
      before = page.flatMap(({ createdAt }) => createdAt ?? []).sort()[0];
      if (page.length < most || before === undefined || all.size === known) return [...all.values()];
    }
  }
}

async function orGone(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof HttpFailure && error.kind === 'not_found')) throw error;
  }
}

/** Surely nothing was made then. */
const refusals: ReadonlySet<number> = new Set([400, 403, 404, 405]);

async function ifOffered<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpFailure && error.status !== undefined && refusals.has(error.status)) return null;
    throw error;
  }
}
