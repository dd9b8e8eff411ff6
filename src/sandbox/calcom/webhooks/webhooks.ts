import { hmac } from '../../../kernel/crypto/index.js';
import type { EventTypes } from '../state/event-types.js';
import type { Announcement } from './announcement.js';
import type { Deliver, LoggedDelivery, StandInDelivery } from './delivery.js';
import { Mishaps } from './mishaps.js';
import { webhookBody } from './payload.js';
import type { Subscription, Subscriptions } from './subscriptions.js';

/** How many deliveries are remembered. */
const logLength = 20_000;

interface Parts {
  readonly subscriptions: Subscriptions;
  readonly eventTypes: EventTypes;
  readonly deliver: Deliver;
  readonly now: () => Date;
}

/** Tells subscribers what happened: each once, and never again. */
export class Webhooks {
  /** For tests and scenarios. */
  readonly mishaps = new Mishaps();
  readonly #log: LoggedDelivery[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #count = 0;

  constructor(private readonly parts: Parts) {}

  get log(): readonly Readonly<LoggedDelivery>[] {
    return this.#log;
  }

  /** Ends when all subscribers have been told; never fails. */
  announce(announcement: Announcement): Promise<void> {
    const { trigger } = announcement;
    const meant = this.parts.subscriptions
      .list()
      .filter(({ active, triggers }) => active && triggers.some((each) => each === trigger));
    return this.all(meant.map((subscription) => this.tell(subscription, announcement)));
  }

  /** What the dashboard's test button sends. */
  ping(): Promise<void> {
    const body = JSON.stringify({ triggerEvent: 'PING', createdAt: this.parts.now().toISOString(), payload: {} });
    const deliveries = this.parts.subscriptions
      .list()
      .map((subscription) => this.delivery(subscription, body, { trigger: 'PING', bookingUid: '' }));
    return this.all(deliveries.map((delivery) => this.send(delivery)));
  }

  /** Ends when nothing is under way; what is held back stays so. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  private tell(subscription: Subscription, announcement: Announcement): Promise<void> {
    const body = bodyFor(subscription, webhookBody(announcement, this.parts.eventTypes, this.parts.now()));
    const { trigger, booking } = announcement;
    const delivery = this.delivery(subscription, body, { trigger, bookingUid: booking.uid });
    return this.mishaps.pass(delivery, (each) => this.send(each));
  }

  private delivery(
    subscription: Subscription,
    body: string,
    about: { trigger: string; bookingUid: string },
  ): StandInDelivery {
    this.#count += 1;
    const signature =
      subscription.secret === null ? 'no-secret-provided' : hmac('sha256', subscription.secret, body).toString('hex');
    const headers = {
      'content-type': 'application/json',
      'x-cal-signature-256': signature,
      'x-cal-webhook-version': subscription.version,
    };
    return { number: this.#count, ...about, subscription, url: subscription.subscriberUrl, headers, body };
  }

  private async send(delivery: StandInDelivery): Promise<void> {
    const copies = this.mishaps.copies();
    const entry: LoggedDelivery = { ...delivery, outcome: copies === 0 ? 'lost' : 'under way', status: null, copies };
    if (this.#log.length >= logLength) this.#log.splice(0, logLength / 2);
    this.#log.push(entry);
    for (let copy = 0; copy < copies; copy += 1) {
      try {
        entry.status = await this.parts.deliver(delivery);
        entry.outcome = 'sent';
      } catch {
        // Cal.com notes it and goes on; so does whoever reads the log.
        entry.outcome = 'failed';
      }
    }
  }

  private all(sendings: readonly Promise<void>[]): Promise<void> {
    const sending = Promise.all(sendings).then(() => undefined);
    if (sendings.length > 0) {
      this.#underWay.add(sending);
      void sending.finally(() => this.#underWay.delete(sending));
    }
    return sending;
  }
}

/** A template takes the place of the whole body, but of those that are flat. */
function bodyFor({ payloadTemplate }: Subscription, body: Record<string, unknown>): string {
  if (payloadTemplate === null || !('payload' in body)) return JSON.stringify(body);
  const payload = body.payload;
  return payloadTemplate.replace(/\{\{([\w.]+)\}\}/g, (_, path: string) => {
    const found = path.split('.').reduce<unknown>((node, key) => memberOf(node, key), payload);
    return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  });
}

function memberOf(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null && key in node ? Reflect.get(node, key) : undefined;
}
