import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import type { CalComBooking } from '../../providers/calcom/booking.js';

/** What an account's own bookings are known by. */
export interface OwnBookings {
  includes(booking: CalComBooking): boolean;
}

const ttlMs = 10 * 60_000;

/**
 * Lists hold more than an account's own bookings: those that its owner attends at others', and an administrator's even those
 * of strangers. Its own are those of its event types and those that it hosts.
 */
@Injectable()
export class AccountScope {
  readonly #known = new LRUCache<string, OwnBookings, CalendarAccount>({
    max: 1_000,
    ttl: ttlMs,
    fetchMethod: (_key, _old, { context }) => read(context),
  });

  /** @throws HttpFailure */
  async of(account: CalendarAccount): Promise<OwnBookings> {
    return (await this.#known.fetch(account.version, { context: account })) ?? read(account);
  }
}

async function read(account: CalendarAccount): Promise<OwnBookings> {
  const api = account.api({ action: 'sync_scope', urgent: false });
  const [me, own] = [await api.me(), await api.eventTypes.list()];
  const ofTeams = await api.eventTypes.listOfTeams().catch((error: unknown) => {
    // Self-hosted and smaller offers have no teams, and say so in several ways.
    if (error instanceof HttpFailure && error.status !== undefined && error.status < 500 && error.status !== 429)
      return [];
    throw error;
  });
  const eventTypes = new Set([...own, ...ofTeams].map(({ id }) => id));
  return {
    includes: ({ eventTypeId, hosts }) =>
      (eventTypeId !== null && eventTypes.has(eventTypeId)) || hosts.some(({ id }) => id === me.id),
  };
}
