import { z } from 'zod';
import { Secret } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import type { WebhookAddress } from '../../webhooks/index.js';
import {
  ConnectionRepair,
  RepairOutdated,
  type ConnectionRepairContract,
  type RepairTarget,
} from '../../voice/index.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import type { WebhooksApi } from '../providers/calcom/webhooks-api.js';
import { createWebhook, updateWebhook, webhookChanges } from '../set-up/our-webhook.js';
import { webhookRepairKind } from './webhook-repair.js';
import { WebhookOfAccount } from './webhook-of-account.js';

/** Null where there was none. It is kept sealed, so that the secret may be in it. */
const memory = z
  .object({ id: z.string(), active: z.boolean(), triggers: z.array(z.string()), secret: z.string().nullable() })
  .nullable();

/** Registers our webhook at Cal.com, as `npm run setup:calendar` does, and takes that back. */
@ConnectionRepair()
export class WebhookRepairs implements ConnectionRepairContract {
  readonly kind = webhookRepairKind;

  constructor(
    private readonly accounts: CalendarAccounts,
    private readonly address: WebhookOfAccount,
  ) {}

  async read(ctx: RequestContext): Promise<z.input<typeof memory>> {
    const { webhooks, address } = await this.find(ctx);
    const live = (await webhooks.list()).find(({ url }) => url === address.url);
    if (!live) return null;
    const { id, active, triggers, secret } = live;
    return { id, active, triggers: [...triggers], secret: secret?.reveal() ?? null };
  }

  async apply(ctx: RequestContext): Promise<void> {
    const { webhooks, address } = await this.find(ctx);
    const live = (await webhooks.list()).find(({ url }) => url === address.url);
    if (!live) return void (await createWebhook(webhooks, address));
    const changes = webhookChanges(live, address);
    if (changes) await updateWebhook(webhooks, live, changes);
  }

  /** A secret cannot be taken away from a webhook that had none: it keeps ours. */
  async undo(ctx: RequestContext, _target: RepairTarget, previous: unknown): Promise<void> {
    const { success, data } = memory.safeParse(previous);
    if (!success) throw new RepairOutdated();
    const { webhooks, address } = await this.find(ctx);
    const live = (await webhooks.list()).find(({ url }) => url === address.url);
    if (!live) return;
    if (data === null) return webhooks.delete(live.id);
    const { active, triggers, secret } = data;
    await webhooks.update(live.id, { active, triggers, ...(secret !== null && { secret: new Secret(secret) }) });
  }

  private async find(ctx: RequestContext): Promise<{ webhooks: WebhooksApi; address: WebhookAddress }> {
    const account = await this.accounts.find(ctx);
    const address = account && (await this.address.open(ctx, account));
    if (!address || address === 'closed') throw new RepairOutdated();
    return { webhooks: account.api({ action: 'repair_webhook', urgent: true }).webhooks, address };
  }
}
