import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../../src/kernel/config/index.js';
import {
  openPlayedCalendar,
  runDemo,
  startSandbox,
  subscribeServer,
  type CalComStandIn,
} from '../../src/sandbox/index.js';
import type { ApiClient } from './api-client.js';
import { signIn } from './people.js';
import { startServer, type TestServer } from './server.js';

/** A call of the demonstration as its owner sees it. */
export interface DemoCall {
  id: string;
  vapiCallId: string;
  status: string;
  summary: string;
  transcript: { role: string; text: string }[];
  toolInvocations: { name: string; result: string | null }[];
  appointments: DemoAppointment[];
}

export interface DemoAppointment {
  title: string;
  startTime: string;
  status: string;
  attendees: { name: string; phoneNumber: string | null }[];
}

const appointmentFields = '{ title startTime status attendees { name phoneNumber } }';
const callFields = `{ id vapiCallId status summary transcript { role text } toolInvocations { name result }
  appointments ${appointmentFields} }`;

/** A server whose calendar is played and tells it what changes, with the demonstration set up, as after `npm start`. */
export class DemoServer {
  private constructor(
    readonly server: TestServer,
    readonly calcom: CalComStandIn,
    /** The restaurant's owner. */
    readonly owner: ApiClient,
    /** What the visitor is given to paste. */
    readonly query: string,
    private readonly folder: string,
  ) {}

  static async start(): Promise<DemoServer> {
    const folder = mkdtempSync(join(tmpdir(), 'demo-calendar-'));
    const apiKey = `cal_${randomBytes(16).toString('hex')}`;
    const secret = randomBytes(16).toString('hex');
    const calcom = await openPlayedCalendar({ dataDir: folder, apiKey });
    const env = { CAL_API_KEY: apiKey, CAL_BASE_URL: calcom.url, CAL_WEBHOOK_SECRET: secret };
    const server = await startServer(env);
    subscribeServer(calcom, server.url, new Secret(secret));
    const { url: baseUrl, dataDir } = server;
    const demo = await startSandbox({ baseUrl, dataDir, hasCalendar: true, log: () => undefined });
    const { client } = await signIn(server.client, demo);
    return new DemoServer(server, calcom, client, demo.query, folder);
  }

  /** What `npm run demo` prints. */
  async play(scenario: string): Promise<string> {
    const printed: string[] = [];
    const argv = ['--scenario', scenario, '--speed', 'fast'];
    const run = {
      argv,
      dataDir: this.server.dataDir,
      locale: 'fr',
      print: (line: string) => printed.push(line),
    } as const;
    expect(await runDemo(run)).toBe(0);
    return printed.join('\n');
  }

  /** The newest first. */
  async calls(): Promise<DemoCall[]> {
    const { calls } = await this.owner.ask<{ calls: { nodes: DemoCall[] } }>(
      `{ calls(first: 50) { nodes ${callFields} } }`,
    );
    return calls.nodes;
  }

  /** As `calls`, of those that are over and summed up; little enough to be asked again and again. */
  async finished(): Promise<{ id: string }[]> {
    const { calls } = await this.owner.ask<{ calls: { nodes: Pick<DemoCall, 'id' | 'status' | 'summary'>[] } }>(
      '{ calls(first: 50) { nodes { id status summary } } }',
    );
    return calls.nodes.filter(({ status, summary }) => status === 'COMPLETED' && summary);
  }

  async appointments(): Promise<DemoAppointment[]> {
    const query = `{ appointments(first: 50) { nodes ${appointmentFields} } }`;
    return (await this.owner.ask<{ appointments: { nodes: DemoAppointment[] } }>(query)).appointments.nodes;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.calcom.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
