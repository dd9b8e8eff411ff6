import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { WebhookAddresses, type WebhookAddress } from '../../webhooks/index.js';
import { VapiSecretMissing } from '../providers/vapi/provisioning/provisioning.errors.js';
import type { VapiAccount } from '../providers/vapi/provisioning/vapi-accounts.js';

const source = 'vapi';

type Sharing = Pick<VapiAccount, 'shared'>;

/** Where Vapi is to send: the deployment’s address for its account, else the workspace’s own endpoint. */
@Injectable()
export class VapiServers {
  constructor(private readonly addresses: WebhookAddresses) {}

  /** Null for an endpoint of the workspace that is not there yet. @throws VapiSecretMissing */
  async find(ctx: RequestContext, { shared }: Sharing): Promise<WebhookAddress | null> {
    if (!shared) return this.addresses.find(ctx, source);
    const { url, secret } = this.addresses.deployment(source);
    if (!secret) throw new VapiSecretMissing();
    return { url, secret };
  }

  /** As `find`, and opens what is not there yet. @throws VapiSecretMissing */
  async open(ctx: RequestContext, account: Sharing): Promise<WebhookAddress> {
    return (await this.find(ctx, account)) ?? this.addresses.open(ctx, source);
  }
}
