import { hmac } from '../../src/kernel/crypto/index.js';
import { leGourmetAccount, leGourmetEventTypes, CalComStandIn } from '../../src/sandbox/index.js';
import { freeStarts } from '../support/calendar-server.js';
import { signUp, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const apiKey = 'cal_live_0123456789abcdef0123456789abcdef';
const secret = 'what Cal.com signs with in these tests';

let calcom: CalComStandIn;
let server: TestServer;
let person: Person;

beforeAll(async () => {
  calcom = await CalComStandIn.open({ apiKey, account: leGourmetAccount, eventTypes: leGourmetEventTypes });
  server = await startServer({ CAL_API_KEY: apiKey, CAL_BASE_URL: calcom.url, CAL_WEBHOOK_SECRET: secret });
  calcom.subscriptions.add({
    subscriberUrl: `${server.url}/api/cal/webhook`,
    triggers: ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED'],
    active: true,
    secret,
  });
  person = await signUp(server.client);
}, 60_000);
afterAll(async () => {
  await server.close();
  await calcom.close();
});

interface Shown {
  id: string;
  status: string;
  startTime: string;
  calUid: string;
}

async function shown(): Promise<Shown[]> {
  const query = '{ appointments(first: 50) { nodes { id status startTime calUid } } }';
  return (await person.client.ask<{ appointments: { nodes: Shown[] } }>(query)).appointments.nodes;
}

async function book(start = ''): Promise<Shown> {
  const input = {
    eventTypeId: 102,
    start,
    attendeeName: 'Dupont',
    attendeeEmail: 'd@example.fr',
    responses: { partySize: 2 },
  };
  const query = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
    ... on Appointment { id status startTime calUid } } }`;
  return (await person.client.ask<{ bookAppointment: Shown }>(query, { input })).bookAppointment;
}

const post = (body: string, headers: Record<string, string> = {}, path = '/api/v1/webhooks/calcom') =>
  fetch(`${server.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('an appointment that somebody changes in Cal.com', () => {
  it('is changed in GraphQL a moment later, by the signed webhook, and the report says so', async () => {
    const [first, second, third = ''] = await freeStarts(person.client, 102);
    const booked = await book(first);
    await calcom.people.cancel(booked.calUid, { reason: 'Empêché' });
    await until(async () => (await shown()).find(({ id }) => id === booked.id)?.status === 'CANCELLED', 20_000);
    const again = await book(second);
    const moved = await calcom.people.reschedule(again.calUid, third);
    await until(async () => (await shown()).find(({ calUid }) => calUid === moved.uid)?.status === 'ACCEPTED', 20_000);
    expect((await shown()).find(({ id }) => id === again.id)?.status).toBe('CANCELLED');

    const { calendarSync } = await person.client.ask<{ calendarSync: Record<string, unknown> }>(
      `{ calendarSync { lastWebhookAt lastPollAt rowsCompared rowsRepaired syncAccuracy bookingSuccessRate toolP95Ms
        webhookDeliveryRate } }`,
    );
    expect(calendarSync).toMatchObject({
      lastWebhookAt: expect.any(String) as string,
      bookingSuccessRate: 1,
      toolP95Ms: null,
      webhookDeliveryRate: 1,
    });
    const { webhookEvents } = await person.client.ask<{ webhookEvents: { nodes: unknown[] } }>(
      '{ webhookEvents(first: 50) { nodes { source type externalId payload } } }',
    );
    expect(webhookEvents.nodes.length).toBeGreaterThan(3);
    const uids = [booked.calUid, again.calUid, moved.uid];
    for (const uid of uids) expect(JSON.stringify(webhookEvents.nodes)).not.toContain(uid);
    const lines = server.logLines.join('\n');
    for (const uid of uids) expect(lines).not.toContain(uid);
  }, 60_000);
});

describe('the door', () => {
  it('stays shut without the signature of the secret, with the literal of a webhook that has none, and when the bytes differ', async () => {
    const body = JSON.stringify({ triggerEvent: 'PING', createdAt: new Date().toISOString(), payload: {} });
    const headers = { 'x-cal-signature-256': hmac('sha256', secret, body).toString('hex') };
    expect((await post(body)).status).toBe(401);
    expect((await post(body, { 'x-cal-signature-256': 'no-secret-provided' })).status).toBe(401);
    expect((await post(`${body} `, headers)).status).toBe(401);
    expect((await post(body, headers)).status).toBe(200);
    expect((await post(body, headers, '/api/cal/webhook')).status).toBe(200);
  });

  it('tells whoever has a payload template of their own what to do', async () => {
    const body = JSON.stringify({ content: 'A new booking!' });
    const answer = await post(body, { 'x-cal-signature-256': hmac('sha256', secret, body).toString('hex') });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/template|modèle/) as string]);
  });
});
