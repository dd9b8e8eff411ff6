import { Injectable } from '@nestjs/common';
import { Config, runtimeConfig, type Secret } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { HttpClient, HttpFailure, noReply } from '../../../kernel/http/index.js';
import { WebhookAddresses } from '../../../webhooks/index.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import { OncePerChain, type Chain } from '../chain.js';

/** Where the platform of an assistant is to knock here. */
export interface Door {
  url: string;
  /** Null where nobody can be let in. */
  secret: Secret | null;
  /** In whose records it is found; null for the deployment’s own. */
  workspaceId: string | null;
}

const timeoutMs = 5_000;

/** Knocks at our own address as a platform does, by way of whatever stands before it. */
@Injectable()
export class ServerDoor {
  readonly #toStrangers = new OncePerChain(async (chain) => this.answerTo((await this.of(chain)).url));

  constructor(
    private readonly addresses: WebhookAddresses,
    private readonly accounts: VapiAccounts,
    private readonly http: HttpClient,
    private readonly config: Config,
  ) {}

  get publicUrl(): string {
    const { publicUrl, port } = this.config.get(runtimeConfig);
    return publicUrl ?? `http://localhost:${port}`;
  }

  async of({ ctx, assistant }: Chain): Promise<Door> {
    if (assistant.route === 'TWILIO') {
      return { url: `${this.publicUrl}/api/voice/webhook/incoming`, secret: null, workspaceId: null };
    }
    const own = await this.own(ctx);
    return own ?? { ...this.addresses.deployment('vapi'), workspaceId: null };
  }

  /** The status that whoever proves nothing gets, asked once; the failure where there is none. */
  toStrangers(chain: Chain): Promise<number | HttpFailure> {
    return this.#toStrangers.of(chain);
  }

  /** @throws HttpFailure */
  async knock(url: string, body: object, secret?: Secret): Promise<void> {
    const { origin, pathname } = new URL(url);
    await this.http.request(
      { name: 'agent-builder', baseUrl: origin, hostFrom: 'operator' },
      {
        method: 'POST',
        path: pathname,
        headers: secret ? { 'x-vapi-secret': secret } : {},
        body: { json: body },
        reply: noReply,
        retries: 0,
        timeoutMs,
      },
    );
  }

  private async answerTo(url: string): Promise<number | HttpFailure> {
    try {
      await this.knock(url, {});
      return 200;
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      return error.status ?? error;
    }
  }

  /** The workspace’s endpoint, where it has an account of its own at Vapi. */
  private async own(ctx: RequestContext): Promise<Door | null> {
    const account = await this.accounts.find(ctx);
    const address = account && !account.shared ? await this.addresses.find(ctx, 'vapi') : null;
    return address ? { ...address, workspaceId: ctx.workspaceId } : null;
  }
}

/** As this server answers whoever proves nothing. */
export function isRefusal(answered: number | HttpFailure): boolean {
  return answered === 401 || answered === 403;
}
