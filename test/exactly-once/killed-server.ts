import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { CalComStandIn } from '../../src/sandbox/index.js';
import { alwaysOpenEventType } from '../support/always-open.js';
import { ApiClient } from '../support/api-client.js';
import { compileForChildren, type CompiledSources } from '../support/compile-for-children.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { queryAsSuperuser } from '../support/every-row.js';
import { signUp } from '../support/people.js';
import { endpointOf, type Endpoint } from '../support/played-call.js';
import { ServerChild } from '../support/server-child.js';

const apiKey = 'cal_test_of_killed_servers';
const eventType = alwaysOpenEventType(1, { slotInterval: 30 });

/** A tool call that books, as Vapi sends it. */
export interface Order {
  callKey: string;
  toolCallId: string;
  number: string;
  start: Date;
}

interface Parts {
  sources: CompiledSources;
  database: TestDatabase;
  calcom: CalComStandIn;
  dataDir: string;
}

/** The server as a process of its own, which is killed in the middle of a booking and started again. */
export class KilledServer {
  #child: ServerChild | undefined;
  #endpoint: Endpoint | undefined;
  readonly #vapiAssistantId = randomUUID();

  private constructor(private readonly parts: Parts) {}

  static async open(): Promise<KilledServer> {
    const [sources, database, calcom] = await Promise.all([
      compileForChildren('src', 'migrations'),
      createTestDatabase(),
      CalComStandIn.open({ apiKey, eventTypes: [eventType] }),
    ]);
    await migrateQueue(database.url);
    const server = new KilledServer({
      sources,
      database,
      calcom,
      dataDir: mkdtempSync(join(tmpdir(), 'killed-server-')),
    });
    await server.start();
    await server.openLine();
    return server;
  }

  async close(): Promise<void> {
    const { sources, database, calcom, dataDir } = this.parts;
    await this.#child?.discard();
    await calcom.close();
    await database.drop();
    sources.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }

  /** As long as nothing kills it. */
  async start(): Promise<void> {
    const { sources, database, calcom, dataDir } = this.parts;
    this.#child = await ServerChild.start(sources, 'main.js', {
      NODE_ENV: 'development',
      SANDBOX: 'off',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      CAL_API_KEY: apiKey,
      CAL_BASE_URL: calcom.url,
      CAL_REQUESTS_PER_MINUTE: '99999',
    });
  }

  /** What went wrong in the process that runs now, as it logged it. */
  get troubles(): readonly string[] {
    return (this.#child?.lines ?? []).filter((line) => /"level":"(?:warn|error|fatal)"/.test(line));
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.#child?.discard();
  }

  /** @returns what the assistant hears; null when nobody answers, or the platform is told to come again. */
  async ask(order: Order): Promise<string | null> {
    const { path = '', secret = '' } = this.#endpoint ?? {};
    const request = { method: 'POST', headers: { 'x-vapi-secret': secret }, body: this.messageOf(order) };
    const reply = await fetch((this.#child?.url ?? '') + path, request).catch(() => null);
    // Whoever dies in the middle of an answer has not given it.
    const answer = (await reply?.json().catch(() => null)) as { results?: Record<string, string>[] } | null | undefined;
    const [first] = answer?.results ?? [];
    return first ? (first.result ?? `error: ${first.error ?? ''}`) : null;
  }

  private messageOf({ callKey, toolCallId, number, start }: Order): string {
    const call = { id: callKey, type: 'inboundPhoneCall', assistantId: this.#vapiAssistantId, customer: { number } };
    const args = { eventTypeId: eventType.id, start: start.toISOString(), attendeeName: 'Dupont' };
    const asked = { id: toolCallId, type: 'function', function: { name: 'appointment_create', arguments: args } };
    const timestamp = start.getTime() - 86_400_000;
    return JSON.stringify({ message: { type: 'tool-calls', timestamp, toolCallList: [asked], call } });
  }

  /**
   * Leases of the dead run out, and nobody has to wait for it. No more than that: who comes much later is told that it did
   * not work.
   */
  async passTime(): Promise<void> {
    for (const table of ['tool_invocations', 'booking_attempts']) {
      await queryAsSuperuser(
        this.parts.database.url,
        `UPDATE ${table} SET lease_until = least(lease_until, now()) WHERE state = 'pending'`,
      );
    }
  }

  /** The bookings at Cal.com at that time, and the rows here, each by its uid. */
  async made({ start }: Order): Promise<{ there: string[]; here: string[] }> {
    const bookings = this.parts.calcom.bookings.list().filter((each) => Date.parse(each.start) === start.getTime());
    const rows = await queryAsSuperuser<{ uid: string }>(
      this.parts.database.url,
      'SELECT cal_uid AS uid FROM appointments WHERE start_time = $1 AND call_id IS NOT NULL',
      [start],
    );
    return { there: bookings.map(({ uid }) => uid), here: rows.map(({ uid }) => uid) };
  }

  private async openLine(): Promise<void> {
    const { client } = await signUp(new ApiClient(this.#child?.url ?? ''));
    const { createVoiceAssistant: assistant } = await client.ask<{ createVoiceAssistant: { id: string } }>(
      'mutation { createVoiceAssistant(input: { context: "Restaurant" }) { id } }',
    );
    await client.ask(`mutation ($id: ID!) { offerEventTypes(assistantId: $id, eventTypeIds: [1]) { id } }`, {
      id: assistant.id,
    });
    this.#endpoint = await endpointOf(client);
    await queryAsSuperuser(this.parts.database.url, 'UPDATE voice_assistants SET vapi_assistant_id = $1', [
      this.#vapiAssistantId,
    ]);
  }
}

/** One that nobody has sent before, for a time that nobody has taken. */
export function orderAt(index: number): Order {
  const firstSlot = Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 86_400_000;
  return {
    callKey: randomUUID(),
    toolCallId: `call_${randomBytes(8).toString('hex')}`,
    number: '+33612345678',
    start: new Date(firstSlot + index * 30 * 60_000),
  };
}
