import { CalComPages } from './calcom-pages.js';
import { BookingDesk } from './desk/booking-desk.js';
import { CancelDesk } from './desk/cancel-desk.js';
import { DecisionDesk } from './desk/decision-desk.js';
import type { DeskParts } from './desk/desk-parts.js';
import { RescheduleDesk } from './desk/reschedule-desk.js';
import type { StandInEventType, StandInHost } from './event-type.js';
import { accountRoutes } from './http/account.routes.js';
import { bookingRoutes, type Desks } from './http/bookings.routes.js';
import { organizationRoutes } from './http/organization.routes.js';
import { slotRoutes } from './http/slots.routes.js';
import type { Route } from './http/stand-in-request.js';
import { webhookRoutes } from './http/webhooks.routes.js';
import { Availability } from './slots/availability.js';
import { SlotReservations } from './slots/reservations.js';
import { BookingStore } from './state/booking-store.js';
import { EventTypes } from './state/event-types.js';
import { OrganizationUsers } from './state/organization-users.js';
import type { SavedState } from './state/saved-state.js';
import type { Deliver } from './webhooks/delivery.js';
import { Subscriptions } from './webhooks/subscriptions.js';
import { Webhooks } from './webhooks/webhooks.js';

export interface WorldOptions {
  readonly eventTypes: readonly StandInEventType[];
  readonly account: StandInHost;
  readonly organizationId: number | null;
  readonly updatedAtOnCreate: boolean;
  readonly now: () => Date;
  readonly deliver: Deliver;
  /** Told of each change that does not come over HTTP. */
  readonly changed: () => void;
}

/** All that an account of Cal.com holds and does, without the network before it. */
export class CalComWorld {
  readonly store: BookingStore;
  readonly subscriptions: Subscriptions;
  readonly webhooks: Webhooks;
  readonly people: CalComPages;
  readonly #eventTypes: EventTypes;
  readonly #users: OrganizationUsers;
  readonly #reservations: SlotReservations;
  readonly #availability: Availability;
  readonly #desks: Desks;

  constructor(
    private readonly options: WorldOptions,
    saved: SavedState,
  ) {
    const { now, deliver, account, changed } = options;
    const nowMs = () => now().getTime();
    const eventTypes = new EventTypes(options.eventTypes);
    const store = new BookingStore(saved.bookings);
    const subscriptions = new Subscriptions(saved.subscriptions);
    const webhooks = new Webhooks({ subscriptions, eventTypes, deliver, now });
    this.#users = new OrganizationUsers(saved.users);
    this.#reservations = new SlotReservations(nowMs);
    this.#availability = new Availability({ store, eventTypes, reservations: this.#reservations, nowMs });
    this.#desks = desksOf({
      store,
      eventTypes,
      availability: this.#availability,
      announce: (announcement) => webhooks.announce(announcement),
      now,
      updatedAtOnCreate: options.updatedAtOnCreate,
    });
    this.#eventTypes = eventTypes;
    this.store = store;
    this.subscriptions = subscriptions;
    this.webhooks = webhooks;
    this.people = new CalComPages({ desks: this.#desks, store, webhooks, account, changed });
  }

  routes(): Route[] {
    const { account, organizationId, now } = this.options;
    const eventTypes = this.#eventTypes;
    return [
      ...bookingRoutes({ store: this.store, eventTypes, desks: this.#desks, now, accountEmail: account.email }),
      ...slotRoutes({
        eventTypes,
        availability: this.#availability,
        reservations: this.#reservations,
        nowMs: () => now().getTime(),
      }),
      ...webhookRoutes({ subscriptions: this.subscriptions, userId: account.id }),
      ...accountRoutes({ eventTypes, account, organizationId }),
      ...organizationRoutes({ users: this.#users, organizationId, now }),
    ];
  }

  saved(): SavedState {
    return {
      bookings: [...this.store.list()],
      subscriptions: this.subscriptions.list(),
      users: this.#users.list(),
    };
  }
}

function desksOf(parts: DeskParts): Desks {
  return {
    booking: new BookingDesk(parts),
    reschedule: new RescheduleDesk(parts),
    cancel: new CancelDesk(parts),
    decision: new DecisionDesk(parts),
  };
}
