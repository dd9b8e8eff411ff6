import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createWorkspace } from '../support/workspaces.js';
import { ContactDirectory } from '../../src/contacts/index.js';
import { Config, Secret } from '../../src/kernel/config/index.js';
import { uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { createDataSource, sql, UnitOfWork } from '../../src/kernel/database/index.js';
import type { LiveEvents } from '../../src/kernel/events/index.js';
import { HttpClient } from '../../src/kernel/http/index.js';
import { AppLogger } from '../../src/kernel/observability/index.js';
import type { Jobs } from '../../src/kernel/queue/index.js';
import { CalComStandIn, type CalComStandInOptions, type StandInDelivery } from '../../src/sandbox/index.js';
import { CallIds } from '../../src/voice/index.js';
import type { StoredEvent } from '../../src/webhooks/index.js';
import { deploymentAccountId, type CalendarAccount } from '../../src/calendar/accounts/calendar-account.js';
import type { CalendarAccounts } from '../../src/calendar/accounts/calendar-accounts.service.js';
import { AppointmentRecorder } from '../../src/calendar/appointments/appointment-recorder.js';
import { appointmentColumns } from '../../src/calendar/appointments/appointment-rows.js';
import type { Appointment } from '../../src/calendar/appointments/appointment.js';
import { BookingAttempts } from '../../src/calendar/bookings/booking-attempts.repository.js';
import { CalComApi } from '../../src/calendar/providers/calcom/calcom-api.js';
import { CalComWebhook } from '../../src/calendar/providers/calcom/calcom.webhook.js';
import { AbandonedAttempts } from '../../src/calendar/sync/attempts/abandoned-attempts.js';
import { DoubleBookings } from '../../src/calendar/sync/attempts/double-bookings.js';
import { HintReader } from '../../src/calendar/sync/hints/hint-reader.js';
import { HintRecorder } from '../../src/calendar/sync/hints/hint-recorder.js';
import { LookAgain } from '../../src/calendar/sync/hints/look-again.js';
import { SecondLook } from '../../src/calendar/sync/hints/second-look.js';
import { AccountPolling } from '../../src/calendar/sync/polling/account-polling.js';
import { AccountScope } from '../../src/calendar/sync/polling/account-scope.js';
import { PageKeeper } from '../../src/calendar/sync/polling/page-keeper.js';
import { PollAccountProcessor } from '../../src/calendar/sync/polling/poll-account.processor.js';
import type { PollKind } from '../../src/calendar/sync/polling/polling.jobs.js';
import { UnseenAppointments } from '../../src/calendar/sync/polling/unseen-appointments.js';
import { AccountStates } from '../../src/calendar/sync/recording/account-states.repository.js';
import { AttemptLinks } from '../../src/calendar/sync/recording/attempt-links.js';
import { BookingOwners } from '../../src/calendar/sync/recording/booking-owners.js';
import { BookingRecorder } from '../../src/calendar/sync/recording/booking-recorder.js';
import { SyncCounts } from '../../src/calendar/sync/recording/sync-counts.repository.js';
import { SyncUpkeep } from '../../src/calendar/sync/sync-upkeep.js';
import { DirectClient } from '../support/direct-client.js';
import { practice } from './practice.js';

const webhookSecret = 'secret-of-the-webhook';
const apiKey = 'cal_test_key';

const testSettings = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://unused',
  JWT_SECRET: 'x'.repeat(32),
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  CAL_WEBHOOK_SECRET: webhookSecret,
};

/** A later look that was put, as the queue would keep it. */
export interface PutLook {
  appointmentId: string;
  look: number;
  delayMs: number;
}

interface WorldOptions extends Partial<CalComStandInOptions> {
  /** Whether the account is the deployment's, which serves many workspaces. */
  shared?: boolean;
}

/** Cal.com as the stand-in plays it, and what keeps appointments in step with it on a real database, without the queue. */
export class CalendarWorld {
  readonly lines: (Record<string, unknown> & { event: string; level: string })[] = [];
  readonly looks: PutLook[] = [];
  /** Webhooks that came in and were not worked on yet. */
  readonly inbox: StoredEvent[] = [];
  readonly unitOfWork: UnitOfWork;
  /** What the account is asked with. */
  key = apiKey;
  /** Whether there is an account at all. */
  isConnected = true;
  readonly attempts = new BookingAttempts();
  readonly states = new AccountStates();
  readonly owners: BookingOwners;
  readonly webhook: CalComWebhook;
  readonly recorder: AppointmentRecorder;
  readonly polling: AccountPolling;
  readonly secondLook: SecondLook;
  readonly abandoned: AbandonedAttempts;
  readonly poller: PollAccountProcessor;
  readonly account: CalendarAccount;
  readonly #known = new Set<string>();

  private constructor(
    readonly dataSource: DataSource,
    private readonly database: TestDatabase,
    readonly standIn: CalComStandIn,
    private readonly http: HttpClient,
    readonly ctx: RequestContext,
    shared: boolean,
  ) {
    this.unitOfWork = new UnitOfWork(dataSource);
    const log = new AppLogger({
      level: 'debug',
      destination: { write: (line: string) => void this.lines.push(JSON.parse(line) as (typeof this.lines)[number]) },
    });
    this.account = {
      id: shared ? deploymentAccountId : uuidv7(),
      version: uuidv7(),
      shared,
      api: () => {
        const headers = () => ({ authorization: new Secret(`Bearer ${this.key}`) });
        return new CalComApi(new DirectClient({ http, baseUrl: standIn.url, headers, retries: 0 }));
      },
    };
    const accounts = {
      find: () => Promise.resolve(this.isConnected ? this.account : null),
      of: (_: RequestContext, id: string) =>
        Promise.resolve(this.isConnected && id === this.account.id ? this.account : null),
      deployment: () => Promise.resolve(shared && this.isConnected ? this.account : null),
    } as unknown as CalendarAccounts;
    const jobs = {
      addLater: (
        _: RequestContext,
        __: unknown,
        { payload, delayMs }: { payload: Omit<PutLook, 'delayMs'>; delayMs: number },
      ) => Promise.resolve(void this.looks.push({ ...payload, delayMs })),
    } as unknown as Jobs;
    const live = { publish: () => Promise.resolve() } as unknown as LiveEvents;
    const config = Config.read(testSettings);
    this.recorder = new AppointmentRecorder(new ContactDirectory(), this.attempts, live);
    this.owners = new BookingOwners(this.unitOfWork);
    const bookings = new BookingRecorder(this.recorder, new AttemptLinks(new CallIds()), new SyncCounts());
    const lookAgain = new LookAgain(jobs, log);
    const reader = new HintReader(this.unitOfWork, accounts, this.owners);
    const hints = new HintRecorder(bookings, this.recorder, this.states, lookAgain);
    this.webhook = new CalComWebhook(config, this.owners, reader, hints, log);
    this.secondLook = new SecondLook(this.unitOfWork, accounts, bookings, this.recorder, lookAgain);
    const doubles = new DoubleBookings(this.unitOfWork, this.attempts, bookings, log);
    const pages = new PageKeeper(this.unitOfWork, this.owners, new AccountScope(), bookings, doubles, log);
    const unseen = new UnseenAppointments(this.unitOfWork, this.owners, bookings, this.recorder, lookAgain);
    this.polling = new AccountPolling(this.unitOfWork, this.states, this.owners, pages, unseen, log);
    this.abandoned = new AbandonedAttempts(this.unitOfWork, accounts, this.attempts, bookings, doubles, log);
    const upkeep = new SyncUpkeep(this.unitOfWork, this.owners);
    this.poller = new PollAccountProcessor(accounts, this.polling, this.states, upkeep, this.unitOfWork, log);
  }

  static async open({ shared = false, ...options }: WorldOptions = {}): Promise<CalendarWorld> {
    const database = await createTestDatabase();
    const dataSource = await createDataSource({ url: database.url, poolSize: 8 }).initialize();
    const http = new HttpClient();
    const ctx = await createWorkspace(dataSource);
    let take: ((delivery: StandInDelivery) => number) | undefined = undefined;
    const standIn = await CalComStandIn.open({
      apiKey,
      eventTypes: practice,
      deliver: (delivery) => Promise.resolve(take?.(delivery) ?? null),
      ...options,
    });
    const world = new CalendarWorld(dataSource, database, standIn, http, ctx, shared);
    take = (delivery) => world.take(delivery);
    await standInSubscribes(standIn);
    return world;
  }

  async close(): Promise<void> {
    await this.standIn.close();
    await this.http.onApplicationShutdown();
    await this.dataSource.destroy();
    await this.database.drop();
  }

  anotherWorkspace(): Promise<RequestContext> {
    return createWorkspace(this.dataSource);
  }

  /** As the intake does: proof over the bytes, then the same bytes once. */
  take({ headers, body, url }: Pick<StandInDelivery, 'headers' | 'body' | 'url'>): number {
    const request = { method: 'POST', url, header: (name: string) => headers[name], raw: Buffer.from(body) };
    if (!this.webhook.verify(request, { secrets: [new Secret(webhookSecret)], settings: {} })) return 401;
    if (this.#known.has(body)) return 200;
    this.#known.add(body);
    for (const event of this.webhook.read(JSON.parse(body))) {
      this.inbox.push({
        ...{ id: uuidv7(), type: event.type, externalId: event.externalId, callKey: event.callKey ?? null },
        ...{ receivedAt: new Date(), body: event.body },
      });
    }
    return 200;
  }

  /** Works on a claim as the relay does: reads outside, applies inside one unit of work. */
  async work(events: readonly StoredEvent[], ctx = this.ctx): Promise<void> {
    const loaded = await this.webhook.load(ctx, events);
    await this.unitOfWork.run(ctx, (tx) => this.webhook.apply(tx, events, loaded));
  }

  /** All that has come in, in the order of its arrival. */
  async workAll(ctx = this.ctx): Promise<void> {
    await this.standIn.settled();
    const events = this.inbox.splice(0);
    if (events.length > 0) await this.work(events, ctx);
  }

  /** One pass of the poll, as the job makes it. */
  poll(kind: PollKind, ctx = this.ctx): Promise<void> {
    return this.poller.run(ctx, { accountId: this.account.id, kind }, { signal: new AbortController().signal });
  }

  appointments(ctx = this.ctx): Promise<Appointment[]> {
    return this.query(`SELECT ${appointmentColumns} FROM appointments ORDER BY cal_id`, [], ctx);
  }

  async appointment(calUid: string, ctx = this.ctx): Promise<Appointment | undefined> {
    return (await this.appointments(ctx)).find((each) => each.calUid === calUid);
  }

  query<Row extends Record<string, unknown>>(
    text: string,
    values: readonly unknown[] = [],
    ctx = this.ctx,
  ): Promise<Row[]> {
    return this.unitOfWork.run(ctx, (tx) => sql<Row>(tx, text, values));
  }

  said(event: string): Record<string, unknown>[] {
    return this.lines.filter((line) => line.event === event);
  }
}

async function standInSubscribes(standIn: CalComStandIn): Promise<void> {
  standIn.subscriptions.add({
    subscriberUrl: 'https://example.fr/api/cal/webhook',
    triggers: [
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
    ],
    active: true,
    secret: webhookSecret,
  });
}
