import type { Client } from 'pg';
import { connectSuperuser } from '../../../test/support/every-row.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { endpointOf, type Endpoint } from '../../../test/support/played-call.js';
import { startServer, type TestServer } from '../../../test/support/server.js';
import { until } from '../../../test/support/until.js';
import { uuidv7 } from '../../kernel/context/index.js';
import {
  availabilityCheck,
  createdEvent,
  eventCreation,
  nativeMessages,
  type NativeCall,
} from '../../voice/providers/vapi/testing/native-calls.js';

interface Row {
  [column: string]: unknown;
  cal_uid: string;
  deleted_at: Date | null;
  contact_id: string | null;
}

const start = Date.UTC(2026, 8, 1, 10);

let server: TestServer;
let superuser: Client;

beforeAll(async () => {
  server = await startServer();
  superuser = await connectSuperuser(server.databaseUrl);
});
afterAll(async () => {
  await superuser.end();
  await server.close();
});

/** A workspace with an assistant at Vapi, whose reports come to an endpoint of its own. */
class Line {
  private constructor(
    readonly person: Person,
    private readonly endpoint: Endpoint,
    private readonly vapiAssistantId: string,
  ) {}

  static async open(language = 'fr-FR'): Promise<Line> {
    const person = await signUp(server.client);
    const { createVoiceAssistant: made } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
      'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }',
      { input: { name: 'Accueil', context: 'Cabinet', language } },
    );
    const vapiAssistantId = uuidv7();
    const provision = 'UPDATE voice_assistants SET vapi_assistant_id = $2 WHERE id = $1';
    await superuser.query(provision, [made.id.replace('assistant_', ''), vapiAssistantId]);
    return new Line(person, await endpointOf(person.client), vapiAssistantId);
  }

  get workspaceId(): string {
    return this.person.workspaceId.replace('workspace_', '');
  }

  /** The report of a call in which Vapi used tools of its own. */
  async report(callKey: string, uses: readonly NativeCall[], timestamp = start + 60_000): Promise<void> {
    const call = {
      id: callKey,
      type: 'inboundPhoneCall',
      assistantId: this.vapiAssistantId,
      customer: { number: '+33612345678' },
    };
    const artifact = { messages: uses.flatMap(nativeMessages) };
    const message = { type: 'end-of-call-report', timestamp, call, endedReason: 'customer-ended-call', artifact };
    const reply = await fetch(server.url + this.endpoint.path, {
      method: 'POST',
      headers: { 'x-vapi-secret': this.endpoint.secret },
      body: JSON.stringify({ message }),
    });
    expect(reply.status).toBe(200);
    await until(async () => {
      const left = 'SELECT count(*)::int AS n FROM webhook_events WHERE workspace_id = $1 AND processed_at IS NULL';
      const { rows } = await superuser.query<{ n: number }>(left, [this.workspaceId]);
      return rows[0]?.n === 0;
    });
  }

  async appointments(): Promise<Row[]> {
    const all = 'SELECT * FROM appointments WHERE workspace_id = $1 ORDER BY created_at, cal_uid';
    return (await superuser.query<Row>(all, [this.workspaceId])).rows;
  }

  async call(callKey: string): Promise<{ id: string; contact_id: string }> {
    const find = 'SELECT id, contact_id FROM calls WHERE workspace_id = $1 AND vapi_call_id = $2';
    const { rows } = await superuser.query<{ id: string; contact_id: string }>(find, [this.workspaceId, callKey]);
    return rows[0] ?? fail('The call is not on record.');
  }
}

function fail(why: string): never {
  throw new Error(why);
}

describe('an event that Vapi put in Google Calendar', () => {
  it('is an appointment of the call and of its caller', async () => {
    const line = await Line.open();
    const callKey = uuidv7();
    await line.report(callKey, [availabilityCheck, eventCreation]);
    const call = await line.call(callKey);
    expect(await line.appointments()).toMatchObject([
      {
        provider: 'GOOGLE_VIA_VAPI',
        account_id: 'vapi',
        cal_uid: 'made0up0event0id',
        title: 'Consultation, M. Dupont',
        description: expect.stringContaining('n’est pas visible ici') as unknown,
        start_time: new Date('2026-09-02T12:00:00Z'),
        end_time: new Date('2026-09-02T12:30:00Z'),
        status: 'ACCEPTED',
        vendor_status: 'confirmed',
        organizer_name: 'Accueil',
        organizer_email: null,
        attendees: [],
        metadata: { toolCallId: 'call_create', seen: ['created'], notSeen: ['moved', 'cancelled'] },
        call_id: call.id,
        contact_id: call.contact_id,
        deleted_at: null,
      },
    ]);
  });

  it('is one appointment however often the report comes', async () => {
    const line = await Line.open('en-GB');
    const callKey = uuidv7();
    await line.report(callKey, [eventCreation]);
    const before = await line.appointments();
    await line.report(callKey, [eventCreation]);
    await line.report(callKey, [availabilityCheck, eventCreation], start + 90_000);
    expect(await line.appointments()).toEqual(before);
    expect(before[0]?.description).toContain('not seen here');
  });

  it('is none when it failed, and when nothing shows that it was created', async () => {
    const line = await Line.open();
    const results = ['Error: no access', 'Success.', '{}', undefined, '{"error":{"code":403}}'];
    await line.report(
      uuidv7(),
      results.map((result, index) => ({ ...eventCreation, id: `call_${index}`, result })),
    );
    expect(await line.appointments()).toEqual([]);
  });

  it('is what was told last', async () => {
    const line = await Line.open();
    const callKey = uuidv7();
    const tell = (result: unknown, minute: number) =>
      line.report(callKey, [{ ...eventCreation, result }], start + minute * 60_000);
    await tell('{"status":"confirmed"}', 1);
    const [unnamed] = await line.appointments();
    await tell(createdEvent, 2);
    expect(await line.appointments()).toMatchObject(
      [
        { cal_uid: unnamed?.cal_uid, deleted_at: expect.any(Date) as unknown },
        { cal_uid: 'made0up0event0id', deleted_at: null },
      ].sort((a, b) => (String(a.cal_uid) < String(b.cal_uid) ? -1 : 1)),
    );
    await tell('Error: the calendar is gone', 3);
    expect((await line.appointments()).filter(({ deleted_at }) => deleted_at === null)).toEqual([]);
    await tell(createdEvent, 4);
    expect((await line.appointments()).filter(({ deleted_at }) => deleted_at === null)).toMatchObject([
      { cal_uid: 'made0up0event0id' },
    ]);
  });

  it('stays in its workspace, and two uses make two', async () => {
    const [one, other] = [await Line.open(), await Line.open()];
    await one.report(uuidv7(), [eventCreation]);
    await other.report(uuidv7(), [eventCreation, { ...eventCreation, id: 'call_2', result: '{"id":"another0one"}' }]);
    expect((await one.appointments()).map(({ cal_uid }) => cal_uid)).toEqual(['made0up0event0id']);
    expect((await other.appointments()).map(({ cal_uid }) => cal_uid)).toEqual(['another0one', 'made0up0event0id']);
  });

  it('does not come back when the caller has been erased', async () => {
    const line = await Line.open();
    const callKey = uuidv7();
    await line.report(callKey, [eventCreation]);
    const [{ contact_id: contactId } = fail('There is no appointment.')] = await line.appointments();
    await line.person.client.ask('mutation ($id: ID!) { eraseContact(id: $id) }', { id: `contact_${contactId ?? ''}` });
    await until(async () => (await line.appointments())[0]?.account_id === null);
    const erased = await line.appointments();
    await line.report(callKey, [{ ...eventCreation, result: `${createdEvent} ` }], start + 90_000);
    expect(await line.appointments()).toEqual(erased);
    expect(JSON.stringify(erased)).not.toContain('Dupont');
  });
});
