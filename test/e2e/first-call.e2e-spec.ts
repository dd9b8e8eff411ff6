import { startSandbox } from '../../src/sandbox/index.js';
import { DemoServer } from '../support/demo-server.js';
import { until } from '../support/until.js';

let demo: DemoServer;

beforeAll(async () => {
  demo = await DemoServer.start();
});
afterAll(() => demo.close());

interface CallView {
  status: string;
  outcome: string;
  fromNumber: string;
  durationSeconds: number;
  sandbox: boolean;
  summary: string;
  cost: { amount: string; currency: string };
  costLines: { source: string; cost: { amount: string; currency: string } }[];
  transcript: { position: number; role: string; text: string }[];
  toolInvocations: { name: string; result: string }[];
  appointments: { id: string; startTime: string }[];
  assistant: { name: string; phoneNumber: string; eventTypes: { id: number }[] };
}

const query = `{ calls(first: 5) { totalCount nodes {
  status outcome fromNumber durationSeconds sandbox summary cost { amount currency }
  costLines { source cost { amount currency } } transcript { position role text } toolInvocations { name result }
  appointments { id startTime } assistant { name phoneNumber eventTypes { id } } } } }`;

async function firstCall(): Promise<CallView> {
  const { calls } = await demo.owner.ask<{ calls: { totalCount: number; nodes: CallView[] } }>(query);
  expect(calls.totalCount).toBe(1);
  const [call] = calls.nodes;
  if (!call) throw new Error('There is no call.');
  return call;
}

describe('the first start', () => {
  it('shows a French phone call with transcript, cost and tools, played once however often it starts', async () => {
    const { url: baseUrl, dataDir } = demo.server;
    await startSandbox({ baseUrl, dataDir, hasCalendar: true, log: () => undefined });
    const call = await firstCall();
    expect(call).toMatchObject({
      status: 'COMPLETED',
      outcome: 'CONVERSATION',
      sandbox: true,
      fromNumber: '+33612345678',
      assistant: { phoneNumber: '+33123456789', eventTypes: [{ id: 101 }, { id: 102 }, { id: 103 }] },
    });
    expect(call.transcript.map(({ position }) => position)).toEqual(call.transcript.map((_, index) => index));
    expect(call.transcript.map(({ text }) => text).join(' ')).toMatch(/Dupont/);
    expect(call.toolInvocations).toEqual([
      { name: 'availability_read', result: expect.stringMatching(/^Oui, c’est libre .* à 20 heures/) as string },
      {
        name: 'appointment_create',
        result: expect.stringMatching(/^C’est réservé : Table près de la fenêtre/) as string,
      },
    ]);
    for (const { result } of call.toolInvocations)
      expect(call.transcript.some(({ role, text }) => role === 'ASSISTANT' && text.startsWith(result))).toBe(true);
    const total = call.costLines.reduce((sum, { cost }) => sum + Number(cost.amount), 0);
    expect(total).toBeCloseTo(Number(call.cost.amount), 6);
  });

  it('has booked a table that stands in the calendar, and that the query of the welcome shows with its call', async () => {
    const [booking, ...others] = demo.calcom.bookings.list();
    expect(others).toEqual([]);
    expect(booking).toMatchObject({ eventTypeId: 101, status: 'accepted', responses: { partySize: 4 } });
    const shown = await demo.owner.ask<{ calls: { nodes: CallView[] } }>(demo.query.replace(/^query \w+/, 'query'));
    expect(shown.calls.nodes.map(({ appointments }) => appointments)).toEqual([
      [
        {
          id: expect.stringMatching(/^appointment_/) as string,
          title: 'Table près de la fenêtre',
          startTime: booking?.start,
          endTime: booking?.end,
          status: 'ACCEPTED',
          attendees: [{ name: 'Dupont', phoneNumber: '+33612345678' }],
        },
      ],
    ]);
  });

  it('is told by signed webhooks what people change in the calendar itself', async () => {
    const [booking] = demo.calcom.bookings.list();
    await demo.calcom.people.markPaid(booking?.uid ?? '');
    await until(async () => {
      const { appointments } = await demo.owner.ask<{ appointments: { nodes: { paid: boolean }[] } }>(
        '{ appointments(first: 5) { nodes { paid } } }',
      );
      return appointments.nodes.some(({ paid }) => paid);
    });
    expect(demo.calcom.deliveries.map(({ status }) => status)).not.toContain(401);
  });
});
