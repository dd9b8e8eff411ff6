import type { VendorClient } from '../../../integrations/index.js';
import { accountReply, schedulesReply, type CalComAccount, type CalComSchedule } from './account.js';
import { BookingsApi } from './bookings-api.js';
import { CalComRequests, type CallLimits } from './calcom-requests.js';
import { PlanLacksOrganization } from './calcom.errors.js';
import { EventTypesApi } from './event-types-api.js';
import { MembersApi } from './members-api.js';
import { SlotsApi } from './slots-api.js';
import { WebhooksApi } from './webhooks-api.js';

/**
 * Cal.com as one account sees it. How urgent its requests are is a matter of the client that it is given.
 *
 * @throws HttpFailure from every method, where Cal.com refuses or fails in a way that has no name of its own;
 * its words are in `platformSaid()`.
 * @example
 * const calCom = new CalComApi(account.client({ action: 'availability_read', priority: 'urgent' }));
 * const slots = await calCom.slots.find({ eventTypeId, from, to, timeZone }, { timeoutMs: 4_000 });
 */
export class CalComApi {
  readonly bookings: BookingsApi;
  readonly slots: SlotsApi;
  readonly eventTypes: EventTypesApi;
  readonly webhooks: WebhooksApi;
  readonly #requests: CalComRequests;

  constructor(client: VendorClient) {
    this.#requests = new CalComRequests(client);
    this.bookings = new BookingsApi(this.#requests);
    this.slots = new SlotsApi(this.#requests);
    this.eventTypes = new EventTypesApi(this.#requests);
    this.webhooks = new WebhooksApi(this.#requests);
  }

  me({ timeoutMs }: CallLimits = {}): Promise<CalComAccount> {
    return this.#requests.get('/v2/me', { reply: accountReply, timeoutMs });
  }

  schedules({ timeoutMs }: CallLimits = {}): Promise<readonly CalComSchedule[]> {
    return this.#requests.get('/v2/schedules', { reply: schedulesReply, timeoutMs });
  }

  /** @throws PlanLacksOrganization where the account belongs to none; `me` tells. */
  members({ organizationId }: Pick<CalComAccount, 'organizationId'>): MembersApi {
    if (organizationId === null) throw new PlanLacksOrganization();
    return new MembersApi(this.#requests, organizationId);
  }
}
