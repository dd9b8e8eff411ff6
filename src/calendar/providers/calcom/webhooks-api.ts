import type { Secret } from '../../../kernel/config/index.js';
import { noReply, route } from '../../../kernel/http/index.js';
import { webhookExists } from './calcom-refusals.js';
import type { CalComRequests, CallLimits } from './calcom-requests.js';
import { ignoreMissing } from './ignore-missing.js';
import { subscriptionReply, subscriptionsReply, type WebhookSubscription } from './webhook-subscription.js';

export interface WebhookWish {
  /** https and public, except at a Cal.com of one’s own. */
  readonly url: string;
  readonly triggers: readonly string[];
  readonly secret: Secret;
  readonly active: boolean;
}

const webhooks = '/v2/webhooks';
const pageSize = 250;

/** Webhooks of the account’s owner: https://cal.com/docs/api-reference/v2/webhooks */
export class WebhooksApi {
  constructor(private readonly requests: CalComRequests) {}

  async list({ timeoutMs }: CallLimits = {}): Promise<readonly WebhookSubscription[]> {
    const all: WebhookSubscription[] = [];
    for (;;) {
      const query = { take: pageSize, skip: all.length };
      const page = await this.requests.get(webhooks, { query, reply: subscriptionsReply, timeoutMs });
      all.push(...page);
      if (page.length < pageSize) return all;
    }
  }

  /** @throws WebhookExists: there is one for this address; change that one. */
  create(wish: WebhookWish, { timeoutMs }: CallLimits = {}): Promise<WebhookSubscription> {
    const json = bodyOf(wish);
    return this.requests.post(webhooks, { json, reply: subscriptionReply, timeoutMs, readings: [webhookExists] });
  }

  /** Changes what is given and leaves the rest. */
  update(id: string, wish: Partial<WebhookWish>, { timeoutMs }: CallLimits = {}): Promise<WebhookSubscription> {
    const json = bodyOf(wish);
    const path = route`/v2/webhooks/${id}`;
    return this.requests.patch(path, { json, reply: subscriptionReply, timeoutMs, readings: [webhookExists] });
  }

  async delete(id: string, { timeoutMs }: CallLimits = {}): Promise<void> {
    await ignoreMissing(this.requests.delete(route`/v2/webhooks/${id}`, { reply: noReply, timeoutMs }));
  }
}

function bodyOf({ url: subscriberUrl, ...rest }: Partial<WebhookWish>): Readonly<Record<string, unknown>> {
  return { subscriberUrl, ...rest };
}
