import { runDemo, startSandbox } from '../../src/sandbox/index.js';
import { signIn } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface CallView {
  fromNumber: string;
  toolInvocations: { name: string; kind: string; result: string | null }[];
  appointments: {
    provider: string;
    title: string;
    status: string;
    startTime: string;
    contact: { id: string } | null;
  }[];
}

const query = `{ calls(first: 10) { nodes { fromNumber toolInvocations { name kind result }
  appointments { provider title status startTime contact { id } } } } }`;

describe('the call that books in Google Calendar through Vapi', () => {
  it('is played by npm run demo, and its appointment is there', async () => {
    const demo = await startSandbox({ baseUrl: server.url, dataDir: server.dataDir, log: () => undefined });
    const printed: string[] = [];
    const code = await runDemo({
      argv: ['--scenario', 'google-calendar', '--speed', 'fast'],
      dataDir: server.dataDir,
      locale: 'fr',
      print: (line) => void printed.push(line),
    });
    expect([code, printed.filter((line) => line.includes('tool-calls'))]).toEqual([0, []]);
    expect(printed.join('\n')).toMatch(/demain à quatorze heures.*motif.*consultation.*réservé/s);

    const { client } = await signIn(server.client, demo);
    const call = await until(async () => {
      const { calls } = await client.ask<{ calls: { nodes: CallView[] } }>(query);
      return calls.nodes.find(({ appointments }) => appointments.length > 0);
    });
    expect(call.toolInvocations).toMatchObject([
      { name: 'google.calendar.availability.check', kind: 'VAPI_NATIVE', result: '{"available":true}' },
      { name: 'google.calendar.event.create', kind: 'VAPI_NATIVE' },
    ]);
    expect(call.appointments).toEqual([
      {
        provider: 'GOOGLE_VIA_VAPI',
        title: 'Consultation : Mme Leroy, repas de mariage',
        status: 'ACCEPTED',
        startTime: expect.stringMatching(/T1[23]:00:00/) as string,
        contact: { id: expect.any(String) as string },
      },
    ]);
  });
});
