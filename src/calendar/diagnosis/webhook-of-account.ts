import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { WebhookAddresses, type WebhookAddress } from '../../webhooks/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';

const source = 'calcom';

/** Where Cal.com is to tell of bookings: the deployment’s address for its account, else the workspace’s own. */
@Injectable()
export class WebhookOfAccount {
  constructor(private readonly addresses: WebhookAddresses) {}

  /** Null where there is none yet; `closed` where the operator has set no secret. */
  async find(ctx: RequestContext, { shared }: CalendarAccount): Promise<WebhookAddress | null | 'closed'> {
    if (!shared) return this.addresses.find(ctx, source);
    const { url, secret } = this.addresses.deployment(source);
    return secret ? { url, secret } : 'closed';
  }

  /** Opens the workspace’s own where there is none yet. */
  async open(ctx: RequestContext, account: CalendarAccount): Promise<WebhookAddress | 'closed'> {
    return (await this.find(ctx, account)) ?? this.addresses.open(ctx, source);
  }
}
