import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config, type Secret } from '../../../../kernel/config/index.js';
import { deploymentWorkspaceId, type RequestContext } from '../../../../kernel/context/index.js';
import { HttpClient, jsonReply } from '../../../../kernel/http/index.js';
import { ownerKeys } from '../reading/read-call-snapshot.js';
import { readVapiMessage } from '../reading/vapi-message.js';
import { VapiOwners } from '../vapi-owners.js';
import { vapiConfig } from '../vapi.config.js';
import { CallOfAnotherWorkspace, VapiSdkFailed } from './reconcile.errors.js';
import { VapiCallReader } from './vapi-call-reader.js';

interface Question {
  callId: string;
  apiKey: Secret | undefined;
  signal: AbortSignal;
}

/**
 * Asks the deployment's account through Vapi's SDK. The SDK is large, so it is loaded with the first question. Its own
 * limits end with the headers of a reply, and its errors repeat the reply's body: so its requests go out, and fail,
 * through the kernel's client.
 */
@Injectable()
export class DeploymentCallReader extends VapiCallReader {
  /** For a whole question, the reply's last byte included. */
  protected readonly timeoutMs: number = 10_000;

  constructor(
    private readonly config: Config,
    private readonly http: HttpClient,
    private readonly owners: VapiOwners,
  ) {
    super();
  }

  override get hasAccount(): boolean {
    return this.config.get(vapiConfig).apiKey !== undefined;
  }

  override async read(ctx: RequestContext, callId: string, signal: AbortSignal): Promise<unknown> {
    const { apiKey } = this.config.get(vapiConfig);
    const call = await this.ask({ callId, apiKey, signal });
    if (await this.isElsewhere(ctx, call)) throw new CallOfAnotherWorkspace(callId);
    return call;
  }

  private async ask(question: Question): Promise<unknown> {
    const { CallsClient } = await import('@vapi-ai/server-sdk/calls');
    const failures: Error[] = [];
    // The SDK sets a timer that only a fetch that succeeds clears, and hides why one has failed: so none ever fails.
    const fetch: typeof globalThis.fetch = (input, init) =>
      this.send(new Request(input, init), question).catch((error: unknown) => {
        failures.push(error instanceof Error ? error : new VapiSdkFailed());
        return Response.error();
      });
    const { baseUrl } = this.config.get(vapiConfig);
    const token = question.apiKey?.reveal() ?? '';
    const client = new CallsClient({ token, baseUrl, fetch, maxRetries: 0 });
    try {
      return await client.get({ id: question.callId });
    } catch {
      throw failures[0] ?? new VapiSdkFailed();
    }
  }

  private async send({ url, headers }: Request, { callId, apiKey, signal }: Question): Promise<Response> {
    const { origin, pathname } = new URL(url);
    const { body } = await this.http.request(
      {
        name: 'vapi',
        baseUrl: origin,
        hostFrom: 'operator',
        headers: Object.fromEntries(headers),
        secrets: apiKey && [apiKey],
      },
      {
        path: pathname,
        reply: jsonReply(z.looseObject({ id: z.literal(callId) })),
        // The call's next turn is the retry.
        retries: 0,
        timeoutMs: this.timeoutMs,
        signal,
      },
    );
    return Response.json(body);
  }

  /**
   * All workspaces share this account, and who may send events to one of them can name any call. So a call that
   * belongs to somebody is told to nobody else.
   */
  private async isElsewhere({ workspaceId }: RequestContext, call: unknown): Promise<boolean> {
    if (workspaceId === deploymentWorkspaceId) return false;
    const message = readVapiMessage({ message: { type: 'status-update', call } }, new Date());
    const owner = message && (await this.owners.workspaceOf(ownerKeys(message)));
    return owner !== null && owner !== workspaceId;
  }
}
