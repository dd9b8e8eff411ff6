import type { RepairOffer } from '../../voice/index.js';
import type { WebhookSubscription } from '../providers/calcom/webhook-subscription.js';

/** Our webhook at Cal.com; there is one for each account, so that the target holds nothing. */
export const webhookRepairKind = 'calendar.webhook';

/** @param live Null where it has to be made. */
export function offerWebhook(live: WebhookSubscription | null): RepairOffer {
  return {
    kind: webhookRepairKind,
    target: {},
    description: {
      en: 'Register the webhook at Cal.com, active, with our secret and all events of bookings.',
      fr: 'Enregistrer le webhook chez Cal.com, actif, avec notre secret et tous les événements de réservation.',
    },
    before: live && { active: live.active, triggers: live.triggers },
    after: { active: true },
  };
}
