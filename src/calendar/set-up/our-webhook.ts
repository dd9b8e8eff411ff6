import { HttpFailure } from '../../kernel/http/index.js';
import type { WebhookAddress } from '../../webhooks/index.js';
import type { WebhookSubscription } from '../providers/calcom/webhook-subscription.js';
import type { WebhooksApi, WebhookWish } from '../providers/calcom/webhooks-api.js';

/** What every Cal.com lets us hear of. */
const triggers = [
  'BOOKING_CREATED',
  'BOOKING_REQUESTED',
  'BOOKING_RESCHEDULED',
  'BOOKING_CANCELLED',
  'BOOKING_REJECTED',
  'BOOKING_PAYMENT_INITIATED',
  'BOOKING_PAID',
  'BOOKING_NO_SHOW_UPDATED',
  'MEETING_STARTED',
  'MEETING_ENDED',
];
/** Since the middle of 2026: older installations refuse a webhook that names them. */
const newerTriggers = ['BOOKING_LOCATION_UPDATED', 'BOOKING_REASSIGNED'];

export type WebhookChanges = Partial<WebhookWish>;

/** What our webhook lacks; null where it is as it should be. One that lacks only what its Cal.com may not know is left. */
export function webhookChanges(live: WebhookSubscription, { secret }: WebhookAddress): WebhookChanges | null {
  const isSigned = live.secret?.reveal() === secret.reveal();
  const hearsAll = triggers.every((trigger) => live.triggers.includes(trigger));
  return isSigned && hearsAll && live.active ? null : { secret, active: true };
}

export function createWebhook(webhooks: WebhooksApi, { url, secret }: WebhookAddress): Promise<WebhookSubscription> {
  return withNewerTriggers([], (wanted) => webhooks.create({ url, secret, active: true, triggers: wanted }));
}

export function updateWebhook(
  webhooks: WebhooksApi,
  live: WebhookSubscription,
  changes: WebhookChanges,
): Promise<WebhookSubscription> {
  return withNewerTriggers(live.triggers, (wanted) => webhooks.update(live.id, { ...changes, triggers: wanted }));
}

/** What somebody else has chosen besides stays. */
async function withNewerTriggers<T>(chosen: readonly string[], send: (wanted: string[]) => Promise<T>): Promise<T> {
  const wanted = [...new Set([...chosen, ...triggers])];
  try {
    return await send([...new Set([...wanted, ...newerTriggers])]);
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 400) throw error;
    return send(wanted);
  }
}
