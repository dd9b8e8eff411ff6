import { DataSource } from 'typeorm';
import type { AccountsApp } from '../support/accounts-app.js';
import { insert, insertCalls } from '../support/call-rows.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { join, signUp, type Person } from '../support/people.js';
import { startVoiceApp } from '../support/voice-app.js';
import { ContactsService } from '../../src/contacts/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { personalTables, sql, UnitOfWork } from '../../src/kernel/database/index.js';
import { splitGlobalId } from '../../src/kernel/graphql/index.js';
import { RetentionSweeper } from '../../src/contacts/personal-data/retention.js';
import { CallRetention } from '../../src/voice/calls/retention/call-retention.js';

let database: TestDatabase;
let app: AccountsApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startVoiceApp(database.url);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const canary = 'Marguerite Dupont +33612345678';
const erase = 'mutation ($id: ID!) { eraseContact(id: $id) }';

function dataSource(): DataSource {
  return app.app.get(DataSource, { strict: false });
}

function run<T>(ctx: RequestContext, work: (tx: RequestContext) => Promise<T>): Promise<T> {
  return new UnitOfWork(dataSource()).run(ctx, work);
}

function uuidOf(globalId: string): string {
  return splitGlobalId(globalId)?.id ?? '';
}

function contextOf(person: Person, access: RequestContext['access'] = 'tenant'): RequestContext {
  return systemContext({ actor: 'test', workspaceId: uuidOf(person.workspaceId), access });
}

async function newContact({ client }: Person, input: object): Promise<string> {
  const query = 'mutation ($input: ContactInput!) { createContact(input: $input) { id } }';
  return (await client.ask<{ createContact: { id: string } }>(query, { input })).createContact.id;
}

/** A call whose every row and column tells the canary. */
async function callOf(
  person: Person,
  contactId: string,
  { deleteAfter = null as string | null } = {},
): Promise<string> {
  const ctx = contextOf(person);
  const vapiCallId = uuidv7();
  const [id = ''] = await insertCalls(dataSource(), ctx, [
    {
      beganAt: '2026-06-01T10:00:00Z',
      contactId: uuidOf(contactId),
      vapiCallId,
      seconds: 60,
      costs: [['0.12', 'EUR']],
    },
  ]);
  const workspace_id = ctx.workspaceId;
  await run(ctx, async (tx) => {
    const evidence = {
      customer: [1, 0, canary],
      customerName: [1, 0, canary],
      summary: [3, 0, canary],
      recording: [3, 0, canary],
      'transfer.summary:+33123456789': [3, 0, canary],
      'transfer.status:+33123456789': [3, 0, 'connected'],
      progress: [3, 0, 'ENDED'],
    };
    await sql(
      tx,
      `UPDATE calls SET from_number = $2, to_number = $2, from_identity = $2, to_identity = $2, summary = $2, recording_url = $2,
         search = to_tsvector('simple', $2), evidence = $3, delete_after = $4 WHERE id = $1`,
      [id, canary, JSON.stringify(evidence), deleteAfter],
    );
    const call = { workspace_id, call_id: id };
    await insert(tx, 'transcript_segments', {
      ...call,
      key: 'a',
      source: 'live',
      position: 0,
      role: 'CALLER',
      text: canary,
    });
    await insert(tx, 'call_messages', { ...call, id: uuidv7(), name: canary, callback: canary, text: canary });
    const transfer = { ...call, id: uuidv7(), key: 'a', destination: '+33123456789', status: 'connected' };
    await insert(tx, 'call_transfers', { ...transfer, at: '2026-06-01T10:00:30Z', summary: canary });
    await insert(tx, 'tool_invocations', {
      ...{
        workspace_id,
        id: uuidv7(),
        call_key: vapiCallId,
        tool_call_id: 'call_a',
        name: 'leave_message',
        state: 'done',
      },
      ...{
        arguments: JSON.stringify({ name: canary }),
        result: canary,
        error: canary,
        lease_until: '2026-06-01T10:00:30Z',
      },
    });
  });
  await run(contextOf(person, 'intake'), (tx) =>
    insert(tx, 'webhook_events', {
      ...{
        workspace_id,
        id: uuidv7(),
        source: 'vapi',
        account: 'test',
        dedup_key: Buffer.from(uuidv7()),
        request_id: 'r',
      },
      ...{ external_id: `${vapiCallId}:transcript`, type: 'transcript', call_key: vapiCallId, status: 'PROCESSED' },
      ...{
        body: Buffer.from(JSON.stringify({ text: canary })),
        reply: JSON.stringify({ result: canary }),
        error: canary,
      },
      delete_after: deleteAfter,
    }),
  );
  return id;
}

/** The tables in which the workspace still has the canary, bytes included. */
async function tablesWithCanary(person: Person): Promise<string[]> {
  return run(contextOf(person, 'admin'), async (tx) => {
    const found: string[] = [];
    for (const { table, contactRows } of personalTables()) {
      if (contactRows === undefined) continue;
      const row = table === 'webhook_events' ? `t::text || coalesce(convert_from(t.body, 'UTF8'), '')` : 't::text';
      const rows = await sql(
        tx,
        `SELECT FROM "${table}" t WHERE workspace_id = $1 AND (${row}) ~* 'marguerite|33612345678' LIMIT 1`,
        [uuidOf(person.workspaceId)],
      );
      if (rows.length > 0) found.push(table);
    }
    return found;
  });
}

function rowsOf<Row extends object>(person: Person, text: string, values: unknown[] = []): Promise<Row[]> {
  return run(contextOf(person), (tx) => sql<Row>(tx, text, values));
}

const everywhere = [
  'call_messages',
  'call_transfers',
  'calls',
  'contact_identities',
  'contacts',
  'tool_invocations',
  'transcript_segments',
  'webhook_events',
];

describe('erasing a contact', () => {
  it('leaves nothing of the person anywhere, and keeps calls, costs and the fact that events came', async () => {
    const owner = await signUp(app.client);
    const contact = await newContact(owner, { name: 'Marguerite Dupont', phoneNumbers: ['+33612345678'] });
    const callId = await callOf(owner, contact);
    expect(await tablesWithCanary(owner)).toEqual(everywhere);
    const stats = '{ voiceStats { calls totalDurationSeconds cost { amount } } }';
    const before = await owner.client.ask(stats);

    expect(await owner.client.ask(erase, { id: contact })).toEqual({ eraseContact: contact });

    expect(await tablesWithCanary(owner)).toEqual([]);
    expect(await owner.client.ask(stats)).toEqual(before);
    const columns = 'status, contact_id, evidence, reconcile_attempts';
    const [call] = await rowsOf(owner, `SELECT ${columns} FROM calls WHERE id = $1`, [callId]);
    const evidence = { 'transfer.status:+33123456789': [3, 0, 'connected'], progress: [3, 0, 'ENDED'] };
    expect(call).toEqual({ status: 'COMPLETED', contact_id: null, evidence, reconcile_attempts: null });
    const counts = await rowsOf(
      owner,
      `SELECT (SELECT count(*)::int FROM transcript_segments) AS segments, (SELECT count(*)::int FROM call_messages) AS messages,
         (SELECT count(*)::int FROM call_transfers) AS transfers, (SELECT count(*)::int FROM tool_invocations) AS tools,
         (SELECT count(*)::int FROM webhook_events) AS events`,
    );
    expect(counts).toEqual([{ segments: 1, messages: 1, transfers: 1, tools: 1, events: 1 }]);
  });

  it('is written down by numbers and ids only', async () => {
    const owner = await signUp(app.client);
    const contact = await newContact(owner, { name: 'Marguerite Dupont' });
    await callOf(owner, contact);
    await owner.client.ask(erase, { id: contact });
    const entries = await rowsOf<{ details: Record<string, number> }>(
      owner,
      `SELECT details FROM audit_entries WHERE action = 'contact.erased' AND target_id = $1`,
      [contact],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.details).toMatchObject({ calls: 1, contacts: 1, webhook_events: 1 });
    const log = await rowsOf<{ text: string }>(owner, 'SELECT a::text AS text FROM audit_entries a');
    expect(log.filter(({ text }) => text.includes('Marguerite'))).toEqual([]);
  });

  it('touches nobody else, in this workspace or another', async () => {
    const [owner, other] = [await signUp(app.client), await signUp(app.client)];
    const contact = await newContact(owner, { phoneNumbers: ['+33612345678'] });
    const kept = await newContact(owner, { name: 'Marguerite Martin', phoneNumbers: ['+33612345679'] });
    await callOf(owner, kept);
    const theirs = await newContact(other, { name: 'Marguerite Dupont', phoneNumbers: ['+33612345678'] });
    await callOf(other, theirs);
    await owner.client.ask(erase, { id: contact });
    expect(await tablesWithCanary(other)).toEqual(everywhere);
    expect(await tablesWithCanary(owner)).toEqual(everywhere.filter((table) => table !== 'contact_identities'));
    expect((await owner.client.refusal(erase, { id: theirs })).code).toBe('NOT_FOUND');
    expect((await owner.client.refusal(erase, { id: contact })).code).toBe('NOT_FOUND');
    const member = await join(app.client, owner, 'MEMBER');
    expect((await member.client.refusal(erase, { id: kept })).code).toBe('FORBIDDEN');
  });

  it('lets the same number make a new contact', async () => {
    const owner = await signUp(app.client);
    const contact = await newContact(owner, { phoneNumbers: ['+33612345678'] });
    await owner.client.ask(erase, { id: contact });
    expect(await newContact(owner, { phoneNumbers: ['+33612345678'] })).not.toBe(contact);
  });
});

describe('the archive of a contact', () => {
  it('holds everything that erasing would find', async () => {
    const owner = await signUp(app.client);
    const contact = await newContact(owner, { name: 'Marguerite Dupont', phoneNumbers: ['+33612345678'] });
    await callOf(owner, contact);
    const service = app.app.get(ContactsService, { strict: false });
    const archive = await service.archive(contextOf(owner), uuidOf(contact));
    expect(Object.keys(archive).sort()).toEqual(everywhere);
    expect(archive.webhook_events?.[0]?.body).toContain(canary);
    expect(archive.call_messages).toEqual([{ name: canary, callback: canary, text: canary }]);
  });
});

describe('retention', () => {
  const sweep = () =>
    new RetentionSweeper(new UnitOfWork(dataSource())).sweep(systemContext({ actor: 'test', access: 'intake' }));

  it('deletes calls and blanks stored events past their time, in all workspaces, and nothing before it', async () => {
    const [one, two] = [await signUp(app.client), await signUp(app.client)];
    const [past, future] = ['2026-01-01T00:00:00Z', '2999-01-01T00:00:00Z'];
    for (const person of [one, two]) {
      await person.client.ask('mutation { updateWorkspace(input: { retentionDays: 1 }) { id } }');
      const contact = await newContact(person, { name: 'Someone' });
      await callOf(person, contact, { deleteAfter: past });
      await callOf(person, contact, { deleteAfter: future });
      await callOf(person, contact);
    }
    const counts = await sweep();
    expect(counts).toMatchObject({ calls: 2, webhook_events: 2 });
    for (const person of [one, two]) {
      const [left] = await rowsOf(
        person,
        `SELECT (SELECT count(*)::int FROM calls) AS calls, (SELECT count(*)::int FROM transcript_segments) AS segments,
           (SELECT count(*)::int FROM tool_invocations) AS tools, (SELECT count(*)::int FROM webhook_events) AS events,
           (SELECT count(body)::int FROM webhook_events) AS bodies, (SELECT count(*)::int FROM usage_entries) AS costs`,
      );
      expect(left).toEqual({ calls: 2, segments: 2, tools: 2, events: 3, bodies: 2, costs: 3 });
    }
    expect(await sweep()).toMatchObject({ calls: 0, webhook_events: 0 });
  });

  const callsOf = async ({ client }: Person) =>
    (await client.ask<{ calls: { totalCount: number } }>('{ calls { totalCount } }')).calls.totalCount;
  const keep = ({ client }: Person, days: number | null) =>
    client.ask('mutation ($days: Int) { updateWorkspace(input: { retentionDays: $days }) { id } }', { days });

  it('takes effect on the calls that are stored when it is shortened', async () => {
    const owner = await signUp(app.client);
    await callOf(owner, await newContact(owner, { name: 'Someone' }));
    await keep(owner, 7);
    const intake = systemContext({ actor: 'test', access: 'intake' });
    expect(await new CallRetention(new UnitOfWork(dataSource())).apply(intake, { all: false })).toBeGreaterThan(0);
    await sweep();
    expect(await callsOf(owner)).toBe(0);
  });

  it('deletes nothing any more that its workspace has just decided to keep', async () => {
    const owner = await signUp(app.client);
    const contact = await newContact(owner, { name: 'Someone' });
    await keep(owner, 1);
    await callOf(owner, contact, { deleteAfter: '2026-01-01T00:00:00Z' });
    for (const days of [36_500, null]) {
      await keep(owner, days);
      await sweep();
      expect(await callsOf(owner)).toBe(1);
    }
  });
});
