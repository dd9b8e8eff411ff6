import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient } from '../../kernel/http/index.js';
import { KeptFile, readKept } from '../kept/kept-file.js';
import type { CalComPages } from './calcom-pages.js';
import { CalComWorld } from './calcom-world.js';
import type { StandInEventType, StandInHost } from './event-type.js';
import { FaultPlan } from './faults/fault-plan.js';
import { RateLimit } from './http/rate-limit.js';
import { ReceivedRequests, type ReceivedRequest } from './http/received-requests.js';
import { Routes } from './http/routes.js';
import { StandInServer } from './http/stand-in-server.js';
import type { StandInBooking } from './state/booking.js';
import { emptyState, savedState } from './state/saved-state.js';
import type { Deliver, LoggedDelivery } from './webhooks/delivery.js';
import type { Mishaps } from './webhooks/mishaps.js';
import { postDelivery } from './webhooks/post-delivery.js';
import type { Subscriptions } from './webhooks/subscriptions.js';

export interface CalComStandInOptions {
  /** Any free one where it is left out. */
  readonly port?: number | undefined;
  readonly now?: (() => Date) | undefined;
  /** Where the state is kept over restarts. */
  readonly dataFile?: string | undefined;
  readonly apiKey: string;
  readonly eventTypes: readonly [StandInEventType, ...StandInEventType[]];
  /** Whom the key belongs to; the host of the first event type where it is left out. */
  readonly account?: StandInHost | undefined;
  /** Null where the plan has none, as it is by default: staff can then neither be read nor made. */
  readonly organization?: { readonly id: number } | null | undefined;
  /** How long each answer takes. A booking is then found possible first and written later, so that two can race. */
  readonly latencyMs?: number | undefined;
  /** Cal.com gives a key 120; the default is as good as none. */
  readonly requestsPerMinute?: number | undefined;
  /** False leaves `updatedAt` null until a booking is changed, as it is in some rows of Cal.com (default true). */
  readonly updatedAtOnCreate?: boolean | undefined;
  /** Takes webhooks in place of posting them. */
  readonly deliver?: Deliver | undefined;
}

/** What is really booked. */
export interface BookingTruth {
  find(uid: string): StandInBooking | null;
  /** In the order in which they were made. */
  list(): StandInBooking[];
}

interface Parts {
  readonly world: CalComWorld;
  readonly server: StandInServer;
  readonly file: KeptFile | null;
  readonly http: HttpClient;
  readonly faults: FaultPlan;
  readonly rateLimit: RateLimit;
  readonly received: ReceivedRequests;
}

/**
 * Plays Cal.com's API v2 on the loopback address, with a memory and with all that surprises about it: several versions side
 * by side, conflicts that are 400, bookings whose uid changes when they move, webhooks that come once or not at all.
 *
 * @example
 * const calcom = await CalComStandIn.open({ apiKey: 'cal_test', eventTypes: leGourmetEventTypes });
 * calcom.faults.next({ method: 'POST' }, { kind: 'cut', when: 'after' });
 * await calcom.people.cancel(uid);
 */
export class CalComStandIn {
  readonly bookings: BookingTruth;
  /** What people do in Cal.com's own pages. */
  readonly people: CalComPages;
  readonly faults: FaultPlan;
  readonly rateLimit: RateLimit;
  /** Who is told of changes. */
  readonly subscriptions: Subscriptions;
  /** What goes wrong with webhooks. */
  readonly webhooks: Mishaps;

  private constructor(private readonly parts: Parts) {
    const { world, faults, rateLimit } = parts;
    this.bookings = { find: (uid) => world.store.find(uid), list: () => [...world.store.list()] };
    this.people = world.people;
    this.faults = faults;
    this.rateLimit = rateLimit;
    this.subscriptions = world.subscriptions;
    this.webhooks = world.webhooks.mishaps;
  }

  /** @throws SandboxFileDamaged for a `dataFile` that cannot be read. */
  static async open(options: CalComStandInOptions): Promise<CalComStandIn> {
    const { now = () => new Date(), apiKey, latencyMs = 0, requestsPerMinute = 1_000_000 } = options;
    const http = new HttpClient();
    const { world, file, changed } = await openWorld(options, { now, http });
    const routes = new Routes(world.routes(), latencyMs > 0 ? () => delay(latencyMs) : null);
    const [faults, received] = [new FaultPlan(), new ReceivedRequests()];
    const rateLimit = new RateLimit(() => now().getTime(), requestsPerMinute);
    const server = await StandInServer.listen(
      { routes, faults, rateLimit, received, apiKey, now, changed },
      options.port ?? 0,
    );
    return new CalComStandIn({ world, server, file, http, faults, rateLimit, received });
  }

  /** Serves `/v2/…`, and the same below a host of the vendor: `/api.cal.com/v2/…`. */
  get url(): string {
    return this.parts.server.url;
  }

  /** Webhooks in the order in which they were sent, those that were lost among them. */
  get deliveries(): readonly Readonly<LoggedDelivery>[] {
    return this.parts.world.webhooks.log;
  }

  /** What has been asked, the latest at the end. */
  get received(): readonly ReceivedRequest[] {
    return this.parts.received.list();
  }

  /** Ends when no webhook is under way any more. */
  settled(): Promise<void> {
    return this.parts.world.webhooks.settled();
  }

  async close(): Promise<void> {
    const { server, world, http, file } = this.parts;
    await server.close();
    await world.webhooks.settled();
    await http.onApplicationShutdown();
    await file?.flush();
  }
}

async function openWorld(
  { dataFile, eventTypes, account, organization, updatedAtOnCreate, deliver }: CalComStandInOptions,
  { now, http }: { now: () => Date; http: HttpClient },
): Promise<{ world: CalComWorld; file: KeptFile | null; changed: () => void }> {
  const saved = (dataFile === undefined ? null : await readKept(dataFile, savedState)) ?? emptyState;
  const changed = () => file?.changed();
  const world = new CalComWorld(
    {
      eventTypes,
      account: account ?? eventTypes[0].hosts[0],
      organizationId: organization?.id ?? null,
      updatedAtOnCreate: updatedAtOnCreate ?? true,
      now,
      deliver: deliver ?? postDelivery(http),
      changed,
    },
    saved,
  );
  const file = dataFile === undefined ? null : new KeptFile(dataFile, () => world.saved());
  return { world, file, changed };
}
