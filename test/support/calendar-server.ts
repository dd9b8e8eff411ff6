import { CalendarApiModule } from '../../src/calendar/index.js';
import { ContactsApiModule } from '../../src/contacts/index.js';
import { IntegrationsApiModule } from '../../src/integrations/index.js';
import { EventsModule } from '../../src/kernel/events/index.js';
import { HttpModule } from '../../src/kernel/http/index.js';
import { VoiceApiModule } from '../../src/voice/index.js';
import { WebhooksApiModule } from '../../src/webhooks/index.js';
import {
  CalComStandIn,
  leGourmetAccount,
  leGourmetEventTypes,
  type CalComStandInOptions,
} from '../../src/sandbox/index.js';
import type { ApiClient } from './api-client.js';
import { startAccountsApp, type AccountsApp } from './accounts-app.js';
import { createTestDatabase, type TestDatabase } from './database.js';

interface PlayedCalendar {
  server: AccountsApp;
  calcom: CalComStandIn;
}

/** What the deployment's own Vapi endpoint must be sent. */
export const vapiSecret = 'a secret of tests between Vapi and the deployment';

const modules = [
  EventsModule,
  HttpModule,
  WebhooksApiModule,
  ContactsApiModule,
  IntegrationsApiModule,
  VoiceApiModule,
  CalendarApiModule,
];

/** What the played Cal.com takes, of the deployment and of workspaces that connect an account of their own. */
export const calComKey = 'cal_live_0123456789abcdef0123456789abcdef';

/** The API of a server whose deployment has a Cal.com account, which is played; for the tests of the file that calls this. */
export function withPlayedCalendar(options: Partial<CalComStandInOptions> = {}): Readonly<PlayedCalendar> {
  const played = {} as PlayedCalendar;
  let database: TestDatabase;
  beforeAll(async () => {
    played.calcom = await CalComStandIn.open({
      apiKey: calComKey,
      account: leGourmetAccount,
      eventTypes: leGourmetEventTypes,
      ...options,
    });
    const { url } = played.calcom;
    const env = {
      CAL_API_KEY: calComKey,
      CAL_BASE_URL: url,
      INTEGRATIONS_STAND_IN_URL: url,
      VAPI_WEBHOOK_SECRET: vapiSecret,
    };
    database = await createTestDatabase();
    played.server = await startAccountsApp(database.url, env, modules);
  }, 60_000);
  afterEach(() => {
    played.calcom.faults.clear();
  });
  afterAll(async () => {
    await played.server.close();
    await played.calcom.close();
    await database.drop();
  });
  return played;
}

const day = 86_400_000;

/** The starts that are free in the coming week, the first one first. */
export async function freeStarts(client: ApiClient, eventTypeId: number): Promise<string[]> {
  const query = `query ($id: Int!, $from: DateTime!, $to: DateTime!) { availability(eventTypeId: $id, from: $from, to: $to) { start } }`;
  const period = { from: new Date(Date.now() + day).toISOString(), to: new Date(Date.now() + 8 * day).toISOString() };
  const { availability } = await client.ask<{ availability: { start: string }[] }>(query, {
    id: eventTypeId,
    ...period,
  });
  return availability.map(({ start }) => start);
}

export interface BookedAppointment {
  id: string;
  calUid: string;
  status: string;
  startTime: string;
}

/** A table at Le Gourmet, at the first free time unless said otherwise. */
export async function bookTable(client: ApiClient, input: Record<string, unknown> = {}): Promise<BookedAppointment> {
  const eventTypeId = typeof input.eventTypeId === 'number' ? input.eventTypeId : 102;
  const start = input.start ?? (await freeStarts(client, eventTypeId))[0];
  const order = { eventTypeId, start, attendeeName: 'Dupont', attendeePhoneNumber: '+33612345678', ...input };
  const { bookAppointment } = await client.ask<{ bookAppointment: BookedAppointment }>(
    `mutation ($input: BookAppointmentInput!) {
      bookAppointment(input: $input) { ... on Appointment { id calUid status startTime } ... on SlotTaken { message } } }`,
    { input: { responses: { partySize: 4 }, ...order } },
  );
  return bookAppointment;
}

/** Connects the workspace's own account, which is the same played one. */
export async function connectCalCom(client: ApiClient): Promise<void> {
  const credentials = [{ key: 'apiKey', value: calComKey }];
  await client.ask(
    `mutation ($credentials: [CredentialInput!]!) {
      configureIntegration(integrationId: "cal-com", credentials: $credentials) { id status } }`,
    { credentials },
  );
}
