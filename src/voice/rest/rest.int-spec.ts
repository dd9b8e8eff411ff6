import { DataSource } from 'typeorm';
import type { AccountsApp } from '../../../test/support/accounts-app.js';
import type { ApiClient } from '../../../test/support/api-client.js';
import { insertCalls, type CallRow } from '../../../test/support/call-rows.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { startVoiceApp } from '../../../test/support/voice-app.js';
import { systemContext } from '../../kernel/context/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';

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

interface Answer {
  status: number;
  body: Record<string, unknown> & {
    error?: { code: string; message: string; fields?: { path: string; message: string }[] };
  };
}

async function call(client: ApiClient, request: string, body?: unknown): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const reply = await client.request(method, path, body);
  return { status: reply.status, body: (await reply.json()) as Answer['body'] };
}

const assistants = '/api/voice/assistants';

async function newAssistant({ client }: Person, input: object = {}): Promise<Record<string, unknown> & { id: string }> {
  const { status, body } = await call(client, `POST ${assistants}`, { context: 'Restaurant', ...input });
  expect(status).toBe(201);
  return body as Record<string, unknown> & { id: string };
}

describe('assistants over REST', () => {
  it('have the names and values of GraphQL', async () => {
    const person = await signUp(app.client);
    const made = await newAssistant(person, { clientName: 'Le Gourmet', clientEmail: 'contact@legourmet.fr' });
    const { voiceAssistant } = await person.client.ask<{ voiceAssistant: Record<string, unknown> }>(
      `query ($id: ID!) { voiceAssistant(id: $id) { id name clientName clientEmail phoneNumber route active language otherLanguages
        timeZone modelProvider model voiceProvider voiceId transcriberProvider transcriberModel personality context firstMessage
        transferNumber recordingEnabled tools { key kind sayOnStart sayOnDone sayOnFailure } vapiAssistantId syncState syncError
        createdAt updatedAt workspace { id name } client { id name email } owner { id email } } }`,
      { id: made.id },
    );
    expect(made).toMatchObject(voiceAssistant);
    expect(made).not.toHaveProperty('links');
    expect(await call(person.client, `GET ${assistants}/${made.id}`)).toEqual({ status: 200, body: made });
  });

  it('are listed in pages', async () => {
    const person = await signUp(app.client);
    for (const name of ['Un', 'Deux', 'Trois']) await newAssistant(person, { name });
    const first = await call(person.client, `GET ${assistants}?first=2`);
    const { data, pageInfo } = first.body as unknown as {
      data: { name: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    expect(Object.keys(first.body)).toEqual(['data', 'pageInfo']);
    expect([data.map(({ name }) => name), pageInfo.hasNextPage]).toEqual([['Trois', 'Deux'], true]);
    const next = await call(person.client, `GET ${assistants}?first=2&after=${pageInfo.endCursor}`);
    expect(next.body).toMatchObject({ data: [{ name: 'Un' }], pageInfo: { hasNextPage: false } });
    const found = await call(person.client, `GET ${assistants}?search=tro`);
    expect(found.body).toMatchObject({ data: [{ name: 'Trois' }] });
  });

  it('change by a body that holds what changes', async () => {
    const person = await signUp(app.client);
    const made = await newAssistant(person, { transferNumber: '+33123456789' });
    const changed = await call(person.client, `PUT ${assistants}/${made.id}`, {
      active: false,
      transferNumber: null,
    });
    expect(changed).toEqual({
      status: 200,
      body: { ...made, active: false, transferNumber: null, updatedAt: expect.any(String) as string },
    });
  });

  it('are deleted once', async () => {
    const person = await signUp(app.client);
    const { id } = await newAssistant(person);
    expect(await call(person.client, `DELETE ${assistants}/${id}`)).toEqual({ status: 200, body: { id } });
    for (const method of ['GET', 'DELETE']) {
      expect((await call(person.client, `${method} ${assistants}/${id}`)).status).toBe(404);
    }
  });

  it.each([
    [{}, 'input.context'],
    [{ context: 'x', contexte: 'y' }, 'input'],
    [{ context: 'x', id: 'assistant_1' }, 'input'],
    [{ context: 'x', phoneNumber: '0123' }, 'input.phoneNumber'],
    [{ context: 7 }, 'input.context'],
    [[], 'input'],
    ['text', 'input'],
    [null, 'input'],
  ])('are not made of %j', async (body, path) => {
    const { client } = await signUp(app.client);
    const refused = await call(client, `POST ${assistants}`, body);
    expect(refused.status).toBe(400);
    expect(refused.body.error?.code).toBe('BAD_USER_INPUT');
    expect(refused.body.error?.fields?.map((field) => field.path)).toEqual([path]);
  });

  it.each(['?first=0', '?first=101', '?first=many', '?first=1&first=2', '?after=x', '?page=2', '?search=a&search=b'])(
    'are not listed by %s',
    async (query) => {
      const { client } = await signUp(app.client);
      const refused = await call(client, `GET ${assistants}${query}`);
      expect([refused.status, refused.body.error?.code]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  it('ask for the rights that GraphQL asks for', async () => {
    const owner = await signUp(app.client);
    const { id } = await newAssistant(owner);
    const viewer = await join(app.client, owner, 'VIEWER');
    const stranger = await signUp(app.client);
    expect((await call(app.client, `GET ${assistants}`)).status).toBe(401);
    expect((await call(viewer.client, `GET ${assistants}`)).status).toBe(200);
    expect((await call(viewer.client, `POST ${assistants}`, { context: 'x' })).status).toBe(403);
    for (const [method, body] of [['GET'], ['PUT', {}], ['DELETE']] as const) {
      expect((await call(stranger.client, `${method} ${assistants}/${id}`, body)).status).toBe(404);
      expect(
        (await call(owner.client, `${method} ${assistants}/${encodeURIComponent("1' OR '1'='1")}`, body)).status,
      ).toBe(404);
    }
    const { nodes } = (
      await owner.client.ask<{ voiceAssistants: { nodes: unknown[] } }>('{ voiceAssistants { nodes { id } } }')
    ).voiceAssistants;
    expect(nodes).toHaveLength(1);
  });

  it('do a write once for an Idempotency-Key', async () => {
    const person = await signUp(app.client);
    const client = person.client.with({ 'idempotency-key': 'once' });
    const [first, second] = [
      await call(client, `POST ${assistants}`, { context: 'x' }),
      await call(client, `POST ${assistants}`, { context: 'x' }),
    ];
    expect(second).toEqual(first);
    expect((await call(person.client, `GET ${assistants}`)).body.data).toHaveLength(1);
  });
});

describe('statistics over REST', () => {
  const stats = '/api/voice/stats';

  it('are those of voiceStats', async () => {
    const person = await signUp(app.client);
    const { id } = await newAssistant(person);
    const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
    await insertCalls(app.app.get(DataSource, { strict: false }), ctx, [
      {
        beganAt: '2026-06-01T10:00:00Z',
        seconds: 30,
        assistantId: splitGlobalId(id)?.id ?? null,
        costs: [['0.1', 'EUR']],
      },
      { beganAt: '2026-07-01T10:00:00Z' },
    ]);
    const all = await call(person.client, `GET ${stats}`);
    expect(all.status).toBe(200);
    expect(all.body).toMatchObject({ calls: 2, totalDurationSeconds: 30, cost: { amount: '0.1', currency: 'EUR' } });
    const june = `${stats}?from=2026-06-01T00:00:00Z&to=${encodeURIComponent('2026-07-01T00:00:00+02:00')}&assistantId=${id}`;
    expect((await call(person.client, `GET ${june}`)).body).toMatchObject({ calls: 1, averageDurationSeconds: 30 });
  });

  it.each([
    ['?from=yesterday', 400],
    ['?from=2026-06-01', 400],
    ['?from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z', 400],
    ['?month=6', 400],
    ['?assistantId=x', 404],
  ])('refuse %s', async (query, status) => {
    const { client } = await signUp(app.client);
    expect((await call(client, `GET ${stats}${query}`)).status).toBe(status);
  });
});

describe('calls over REST', () => {
  const calls = '/api/voice/calls';

  async function withCalls(person: Person, rows: readonly CallRow[]): Promise<string[]> {
    const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
    const ids = await insertCalls(app.app.get(DataSource, { strict: false }), ctx, rows);
    return ids.map((id) => `call_${id}`);
  }

  function idsOf({ body }: Answer): string[] {
    return (body as unknown as { data: { id: string }[] }).data.map(({ id }) => id);
  }

  it('have the names of GraphQL and three statuses', async () => {
    const person = await signUp(app.client);
    const { id: assistantId, name } = await newAssistant(person);
    const [id = ''] = await withCalls(person, [
      { beganAt: '2026-06-01T10:00:00Z', seconds: 30, assistantId: splitGlobalId(assistantId)?.id ?? null },
    ]);
    const { call: known } = await person.client.ask<{ call: object }>(
      `query ($id: ID!) { call(id: $id) { id outcome direction fromNumber toNumber fromIdentity toIdentity startedAt endedAt
        durationSeconds endedReason satisfaction summary recordingUrl disclosedAt cost { amount currency } costLines { source }
        transcript { text } toolInvocations { id } messages { id } transfers { to } vapiCallId twilioCallSid sandbox createdAt
        workspace { id } assistant { id name } contact { id } } }`,
      { id },
    );
    const one = await call(person.client, `GET ${calls}/${id}`);
    expect(one.status).toBe(200);
    expect(one.body).toMatchObject({ ...known, status: 'completed', assistant: { id: assistantId, name } });
    const list = await call(person.client, `GET ${calls}`);
    const { transcript: _, ...listed } = one.body;
    expect(list.body).toEqual({ data: [listed], pageInfo: expect.objectContaining({ hasNextPage: false }) as object });
    for (const hidden of ['uuid', 'workspaceId', 'assistantId', 'contactId', 'position', 'version', 'amount']) {
      expect(one.body).not.toHaveProperty(hidden);
    }
  });

  it('are filtered, where what has not ended is in progress', async () => {
    const person = await signUp(app.client);
    const beganAt = '2026-06-01T10:00:00Z';
    const [done, failed, ...going] = await withCalls(person, [
      { beganAt },
      { beganAt, status: 'FAILED', outcome: 'BUSY', direction: 'OUTBOUND' },
      ...['QUEUED', 'RINGING', 'IN_PROGRESS', 'FORWARDING'].map((status) => ({ beganAt, status, outcome: null })),
    ]);
    const find = async (query: string) => idsOf(await call(person.client, `GET ${calls}?${query}`)).sort();
    expect(await find('status=completed')).toEqual([done]);
    expect(await find('status=failed')).toEqual([failed]);
    expect(await find('status=in-progress')).toEqual([...going].sort());
    expect(await find('outcome=BUSY&direction=OUTBOUND')).toEqual([failed]);
    expect(await find('number=+33123456789')).toEqual([]);
    expect(await find('from=2026-06-02T00:00:00Z')).toEqual([]);
    const { body } = await call(person.client, `GET ${calls}?status=in-progress&first=1`);
    expect((body as unknown as { data: { status: string }[] }).data[0]?.status).toBe('in-progress');
  });

  it('come in pages, newest first', async () => {
    const person = await signUp(app.client);
    const [first, second] = await withCalls(person, [
      { beganAt: '2026-06-01T10:00:00Z' },
      { beganAt: '2026-06-02T10:00:00Z' },
    ]);
    const page = await call(person.client, `GET ${calls}?first=1`);
    expect(idsOf(page)).toEqual([second]);
    const { endCursor } = page.body.pageInfo as { endCursor: string };
    expect(idsOf(await call(person.client, `GET ${calls}?first=1&after=${endCursor}`))).toEqual([first]);
    expect(idsOf(await call(person.client, `GET ${calls}?search=introuvable`))).toEqual([]);
  });

  it.each([
    ['?status=ringing', 400],
    ['?status=COMPLETED', 400],
    ['?outcome=GOOD', 400],
    ['?number=0612345678', 400],
    ['?first=1000', 400],
    ['?assistantId=call_1', 404],
    ['?contactId=x', 404],
    ['/call_01a1fc1e-2724-7590-abe1-cf3e27e85bd0', 404],
    ['/1', 404],
  ])('answer %s with %d', async (path, status) => {
    const { client } = await signUp(app.client);
    expect((await call(client, `GET ${calls}${path}`)).status).toBe(status);
  });

  it('are nobody else’s, and show of others only what one may see', async () => {
    const [owner, stranger] = [await signUp(app.client), await signUp(app.client)];
    const [id] = await withCalls(owner, [{ beganAt: '2026-06-01T10:00:00Z' }]);
    expect((await call(stranger.client, `GET ${calls}/${id}`)).status).toBe(404);
    expect(idsOf(await call(stranger.client, `GET ${calls}`))).toEqual([]);
    expect((await call(app.client, `GET ${calls}`)).status).toBe(401);
    const mutation = `mutation { createApiKey(name: "calls", permissions: ["calls:read"]) { secret } }`;
    const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(mutation);
    const reader = app.client.bearer(createApiKey.secret);
    const { status, body } = await call(reader, `GET ${calls}/${id}`);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('contact');
    expect(body).not.toHaveProperty('assistant');
    expect((await call(reader, `GET ${assistants}`)).status).toBe(403);
  });
});
