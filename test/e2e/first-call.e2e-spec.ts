import { startSandbox } from '../../src/sandbox/index.js';
import { signIn } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

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
  messages: { text: string }[];
  assistant: { name: string; phoneNumber: string };
}

const query = `{ calls(first: 5) { totalCount nodes {
  status outcome fromNumber durationSeconds sandbox summary cost { amount currency }
  costLines { source cost { amount currency } } transcript { position role text }
  toolInvocations { name result } messages { text } assistant { name phoneNumber } } } }`;

describe('the first start', () => {
  it('shows a French phone call with transcript, cost and tool, played once however often it starts', async () => {
    const options = { baseUrl: server.url, dataDir: server.dataDir, log: () => undefined };
    const demo = await startSandbox(options);
    await startSandbox(options);
    const { client } = await signIn(server.client, demo);
    const { calls } = await client.ask<{ calls: { totalCount: number; nodes: CallView[] } }>(query);
    expect(calls.totalCount).toBe(1);
    const [call] = calls.nodes;
    expect(call).toMatchObject({
      status: 'COMPLETED',
      outcome: 'CONVERSATION',
      sandbox: true,
      fromNumber: '+33612345678',
      assistant: { phoneNumber: '+33123456789' },
    });
    expect(call?.transcript.map(({ position }) => position)).toEqual(call?.transcript.map((_, index) => index));
    expect(call?.transcript.map(({ text }) => text).join(' ')).toMatch(/Dupont/);
    expect(call?.toolInvocations).toHaveLength(1);
    expect(call?.messages[0]?.text).toMatch(/20|vingt/);
    const total = call?.costLines.reduce((sum, { cost }) => sum + Number(cost.amount), 0) ?? 0;
    expect(total).toBeCloseTo(Number(call?.cost.amount), 6);
    await expect(client.ask(demo.query.replace(/^query \w+/, 'query'))).resolves.toBeDefined();
  });
});
