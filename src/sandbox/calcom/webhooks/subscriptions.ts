import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { notFound, refusal } from '../refusal.js';

/** What the API lets anybody subscribe to; `BOOKING_CONFIRMED` and its like, which a guide names, are not among them. */
export const triggers = [
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
  'RECORDING_READY',
  'RECORDING_TRANSCRIPTION_GENERATED',
  'INSTANT_MEETING',
  'OOO_CREATED',
  'FORM_SUBMITTED',
  'FORM_SUBMITTED_NO_EVENT',
  'AFTER_HOSTS_CAL_VIDEO_NO_SHOW',
  'AFTER_GUESTS_CAL_VIDEO_NO_SHOW',
  'ROUTING_FORM_FALLBACK_HIT',
  'DELEGATION_CREDENTIAL_ERROR',
  'WRONG_ASSIGNMENT_REPORT',
] as const;

const subscriberUrl = z.url('subscriberUrl must be a URL address');
const trigger = z.enum(triggers, 'each value in triggers must be one of the known ones');

/** The body of `POST /v2/webhooks`. */
export const newSubscription = z.object({
  subscriberUrl,
  triggers: z.array(trigger),
  active: z.boolean('active must be a boolean value'),
  secret: z.string().nullish(),
  payloadTemplate: z.string().nullish(),
  version: z.enum(['2021-10-20', '2026-07-27']).optional(),
});
export type NewSubscription = z.infer<typeof newSubscription>;

/** The body of `PATCH /v2/webhooks/{id}`. */
export const changedSubscription = newSubscription.partial();
export type ChangedSubscription = z.infer<typeof changedSubscription>;

export const subscriptionSchema = z.readonly(
  z.object({
    id: z.string(),
    subscriberUrl: z.string(),
    triggers: z.readonly(z.array(trigger)),
    active: z.boolean(),
    secret: z.string().nullable(),
    payloadTemplate: z.string().nullable(),
    version: z.string(),
  }),
);
export type Subscription = z.infer<typeof subscriptionSchema>;

/** The account's webhooks. */
export class Subscriptions {
  readonly #byId: Map<string, Subscription>;

  constructor(known: readonly Subscription[] = []) {
    this.#byId = new Map(known.map((each) => [each.id, each]));
  }

  list(): Subscription[] {
    return [...this.#byId.values()];
  }

  /** @throws Refusal 404 */
  require(id: string): Subscription {
    const found = this.#byId.get(id);
    if (!found) throw notFound(`Webhook (${id}) not found`);
    return found;
  }

  /** @throws Refusal 409 for an address that is known. */
  add(asked: NewSubscription): Subscription {
    this.assertNew(asked.subscriberUrl);
    const added = {
      id: randomUUID(),
      subscriberUrl: asked.subscriberUrl,
      triggers: asked.triggers,
      active: asked.active,
      secret: asked.secret ?? null,
      payloadTemplate: asked.payloadTemplate ?? null,
      version: asked.version ?? '2021-10-20',
    };
    this.#byId.set(added.id, added);
    return added;
  }

  /** @throws Refusal */
  change(id: string, asked: ChangedSubscription): Subscription {
    const known = this.require(id);
    if (asked.subscriberUrl !== undefined && asked.subscriberUrl !== known.subscriberUrl)
      this.assertNew(asked.subscriberUrl);
    const changed = {
      ...known,
      subscriberUrl: asked.subscriberUrl ?? known.subscriberUrl,
      triggers: asked.triggers ?? known.triggers,
      active: asked.active ?? known.active,
      secret: asked.secret === undefined ? known.secret : asked.secret,
      payloadTemplate: asked.payloadTemplate === undefined ? known.payloadTemplate : asked.payloadTemplate,
      version: asked.version ?? known.version,
    };
    this.#byId.set(id, changed);
    return changed;
  }

  /** @throws Refusal 404 */
  remove(id: string): Subscription {
    const found = this.require(id);
    this.#byId.delete(id);
    return found;
  }

  private assertNew(url: string): void {
    if (this.list().some((each) => each.subscriberUrl === url))
      throw refusal(409, 'Webhook with this subscriberUrl already exists for this user');
  }
}
