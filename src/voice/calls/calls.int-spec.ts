import { statementsOf } from '../../../test/support/statements-of.js';
import type { AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { startVoiceApp } from '../../../test/support/voice-app.js';
import { systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { readVapiEvent } from '../providers/vapi/reading/read-vapi-event.js';
import type { VapiBody } from '../providers/vapi/testing/call-script.js';
import { callScripts } from '../providers/vapi/testing/call-scripts.js';
import { CallRecorder } from './record/call-recorder.js';

let database: TestDatabase;
let app: AccountsApp;
let unitOfWork: UnitOfWork;
let recorder: CallRecorder;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startVoiceApp(database.url);
  unitOfWork = app.app.get(UnitOfWork);
  recorder = app.app.get(CallRecorder, { strict: false });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function contextOf({ workspaceId }: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: splitGlobalId(workspaceId)?.id });
}

/** Plays a script into someone's workspace. @returns the call's id. */
async function play(person: Person, script: string, change: (bodies: VapiBody[]) => VapiBody[] = (bodies) => bodies) {
  const callKey = uuidv7();
  const bodies = change(callScripts[script]?.(callKey) ?? []);
  const facts = bodies.flatMap((body) => readVapiEvent(body, new Date()) ?? []);
  const ids = await unitOfWork.run(contextOf(person), (tx) => recorder.record(tx, facts));
  return `call_${ids.get(callKey)}`;
}

type Rows = Record<string, unknown>;

const everything = `id status outcome direction fromNumber toNumber fromIdentity toIdentity startedAt endedAt durationSeconds
  endedReason satisfaction summary recordingUrl disclosedAt cost { amount currency }
  costLines { source quantity unit cost { amount currency } original { amount currency } estimated }
  transcript { position role text at secondsFromStart } toolInvocations { id name } messages { id text }
  transfers { to status at summary } vapiCallId twilioCallSid sandbox createdAt workspace { id } assistant { id }
  contact { id phoneNumbers }`;

describe('the tools of a call', () => {
  it('are those of Vapi too, told apart from ours', async () => {
    const person = await signUp(app.client);
    const id = await play(person, 'googleCalendar');
    const fields = 'id name kind result error durationMs at';
    const { call } = await person.client.ask<{ call: { toolInvocations: Rows[] } }>(
      `query ($id: ID!) { call(id: $id) { toolInvocations { ${fields} } } }`,
      { id },
    );
    expect(call.toolInvocations).toMatchObject([
      { name: 'google.calendar.availability.check', kind: 'VAPI_NATIVE', durationMs: 1200 },
      { name: 'google.calendar.event.create', kind: 'VAPI_NATIVE', at: '2026-09-01T10:00:14.000Z', error: null },
      { name: 'endCall', kind: 'VAPI_NATIVE', result: 'Success.' },
    ]);
    const node = `query ($id: ID!) { node(id: $id) { ... on ToolInvocation { ${fields} } } }`;
    expect(await person.client.ask(node, { id: call.toolInvocations[1]?.id })).toEqual({
      node: call.toolInvocations[1],
    });
  });
});

describe('a call', () => {
  it('shows all that its events have told', async () => {
    const person = await signUp(app.client);
    const id = await play(person, 'inbound');

    const { call } = await person.client.ask<{ call: Rows }>(`query ($id: ID!) { call(id: $id) { ${everything} } }`, {
      id,
    });

    expect(call).toMatchObject({
      id,
      status: 'COMPLETED',
      outcome: 'CONVERSATION',
      direction: 'INBOUND',
      fromNumber: '+33612345678',
      toNumber: '+33123456789',
      startedAt: '2026-09-01T10:00:00.500Z',
      endedAt: '2026-09-01T10:00:20.000Z',
      durationSeconds: 20,
      satisfaction: 5,
      summary: 'M. Dupont réserve pour quatre.',
      recordingUrl: expect.stringMatching(new RegExp(`/api/voice/calls/${id}/recording$`)) as string,
      disclosedAt: '2026-09-01T10:00:01.000Z',
      cost: { amount: '0.138888889', currency: 'EUR' },
      assistant: null,
      contact: { phoneNumbers: ['+33612345678'] },
      workspace: { id: person.workspaceId },
    });
    expect(call.transcript).toEqual([
      expect.objectContaining({ position: 0, role: 'ASSISTANT', secondsFromStart: 1 }),
      expect.objectContaining({ position: 1, role: 'CALLER' }),
      expect.objectContaining({ position: 2, role: 'ASSISTANT', at: '2026-09-01T10:00:12.000Z' }),
    ]);
    expect(call.costLines).toContainEqual({
      source: 'vapi',
      quantity: '0.5',
      unit: 'minute',
      cost: { amount: '0.0462962963', currency: 'EUR' },
      original: { amount: '0.05', currency: 'USD' },
      estimated: false,
    });
  });

  it('shows a caller without a number as the platform gave it', async () => {
    const person = await signUp(app.client);
    const id = await play(person, 'transfer');
    const query = `query ($id: ID!) { call(id: $id) { outcome fromNumber fromIdentity contact { id } transfers { to status summary } } }`;
    const { call } = await person.client.ask<{ call: Rows }>(query, { id });
    expect(call).toEqual({
      outcome: 'TRANSFERRED',
      fromNumber: null,
      fromIdentity: 'anonymous',
      contact: null,
      transfers: [
        { to: '+33611111111', status: 'connected', summary: 'Réclamation' },
        { to: 'sip:desk@example.test', status: 'busy', summary: null },
      ],
    });
  });

  it('is found by node, and by nobody of another workspace', async () => {
    const [person, stranger] = [await signUp(app.client), await signUp(app.client)];
    const id = await play(person, 'busy');
    const query = 'query ($id: ID!) { node(id: $id) { id } call(id: $id) { id } }';
    expect(await person.client.ask(query, { id })).toEqual({ node: { id }, call: { id } });
    expect(await stranger.client.ask('query ($id: ID!) { call(id: $id) { id } }', { id })).toEqual({ call: null });
    expect(await stranger.client.refusal('query ($id: ID!) { node(id: $id) { id } }', { id })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the list of calls', () => {
  const ids = (data: { calls: { nodes: { id: string }[] } }) => data.calls.nodes.map(({ id }) => id);
  const list = async (person: Person, filter: object) =>
    ids(await person.client.ask('query ($filter: CallFilter) { calls(filter: $filter) { nodes { id } } }', { filter }));

  it('goes from the newest to the oldest, page by page', async () => {
    const person = await signUp(app.client);
    const made = [];
    for (const minutes of [0, 1, 2, 3, 4]) made.unshift(await play(person, 'busy', (bodies) => later(bodies, minutes)));

    const page = `query ($after: String) { calls(first: 2, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const data: {
        calls: { nodes: { id: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await person.client.ask(page, { after });
      seen.push(...ids(data));
      expect(data.calls.totalCount).toBe(5);
      after = data.calls.pageInfo.endCursor;
      more = data.calls.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(made);
  });

  it('takes every filter', async () => {
    const person = await signUp(app.client);
    const [inbound, busy, transfer] = [
      await play(person, 'inbound'),
      await play(person, 'busy'),
      await play(person, 'transfer', (bodies) => later(bodies, 60)),
    ];
    const { contact } = (
      await person.client.ask<{ call: { contact: { id: string } } }>(
        'query ($id: ID!) { call(id: $id) { contact { id } } }',
        { id: inbound },
      )
    ).call;

    expect(await list(person, { status: 'FAILED' })).toEqual([busy]);
    expect(await list(person, { statuses: ['COMPLETED', 'QUEUED'] })).toEqual([transfer, inbound]);
    expect(await list(person, { outcome: 'TRANSFERRED' })).toEqual([transfer]);
    expect(await list(person, { direction: 'OUTBOUND' })).toEqual([busy]);
    expect(await list(person, { number: '+33612345678' })).toEqual([inbound]);
    expect(await list(person, { contactId: contact.id })).toEqual([inbound]);
    expect(await list(person, { from: '2026-09-01T11:00:00Z' })).toEqual([transfer]);
    expect(await list(person, { to: '2026-09-01T12:00:00+02:00', status: 'FAILED' })).toEqual([]);
    expect(await list(person, { assistantId: `assistant_${uuidv7()}` })).toEqual([]);
  });

  it.each([
    ['dupont', true],
    ['DUPÔNT reserv', true],
    ['quatre vingt', true],
    ['dupont homard', false],
    [`'; DROP TABLE calls; -- dupont`, false],
    ['dupont & !(', true],
    ['<script>alert(1)</script>', false],
    ['upont', false],
  ])('is searched for %p', async (search, found) => {
    const person = await signUp(app.client);
    const id = await play(person, 'inbound');
    await play(person, 'busy');
    expect(await list(person, { search })).toEqual(found ? [id] : []);
  });

  it('finds calls by words that were said while they still run', async () => {
    const person = await signUp(app.client);
    const id = await play(person, 'inbound', (bodies) => bodies.slice(0, 9));
    expect(await list(person, { search: 'table quatre' })).toEqual([id]);
  });

  it('is searched by a platform ADMIN across workspaces, and by others in their own', async () => {
    const [person, stranger] = [await signUp(app.client), await signUp(app.client)];
    const word = `mot${uuidv7().replaceAll('-', '')}`;
    const id = await play(
      person,
      'inbound',
      (bodies) => JSON.parse(JSON.stringify(bodies).replaceAll('Dupont', word)) as VapiBody[],
    );
    expect(await list(stranger, { search: word })).toEqual([]);
    const admin = systemContext({ actor: 'test', access: 'admin' });
    const rows = await unitOfWork.run(admin, (tx) =>
      sql<{ id: string }>(tx, 'SELECT search_calls($1, 10) AS id', [`'${word}'`]),
    );
    expect(rows).toEqual([{ id: splitGlobalId(id)?.id }]);
  });

  it.each([
    [{ first: 0 }, 'KERNEL.PAGE_SIZE_INVALID'],
    [{ first: 1000 }, 'KERNEL.PAGE_SIZE_INVALID'],
    [{ after: 'x' }, 'KERNEL.CURSOR_INVALID'],
  ])('refuses %p', async (variables, reason) => {
    const person = await signUp(app.client);
    const query = 'query ($first: Int, $after: String) { calls(first: $first, after: $after) { nodes { id } } }';
    expect(await person.client.refusal(query, variables)).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });

  it('takes as many statements for fifty calls as for five', async () => {
    const person = await signUp(app.client);
    const { createVoiceAssistant: assistant } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
      'mutation { createVoiceAssistant(input: { context: "Restaurant" }) { id } }',
    );
    const assistantId = splitGlobalId(assistant.id)?.id ?? '';
    await unitOfWork.run(contextOf(person), (tx) =>
      sql(tx, 'UPDATE voice_assistants SET vapi_assistant_id = $2 WHERE id = $1', [assistantId, `vapi-${assistantId}`]),
    );
    for (let made = 0; made < 52; made += 1) {
      await play(
        person,
        'busy',
        (bodies) =>
          JSON.parse(JSON.stringify(bodies).replaceAll('vapi-assistant-1', `vapi-${assistantId}`)) as VapiBody[],
      );
    }
    const query =
      'query ($first: Int) { calls(first: $first) { nodes { id status startedAt cost { amount } assistant { id name } } pageInfo { hasNextPage } } }';
    const count = async (first: number) => {
      const statements = await statementsOf(app.app, () => person.client.ask(query, { first }));
      return statements.filter((text) => /voice_assistants|FROM calls/.test(text));
    };
    await count(1);
    const [five, fifty] = [await count(5), await count(50)];
    expect(fifty).toEqual(five);
    expect(fifty).toHaveLength(2);
  });
});

describe('rating a call', () => {
  const rate =
    'mutation ($id: ID!, $satisfaction: Int!) { rateCall(id: $id, satisfaction: $satisfaction) { id satisfaction } }';

  it('outlives every report that comes later', async () => {
    const person = await signUp(app.client);
    const callKey = uuidv7();
    const bodies = callScripts.inbound?.(callKey) ?? [];
    const record = (some: readonly VapiBody[]) =>
      unitOfWork.run(contextOf(person), (tx) =>
        recorder.record(
          tx,
          some.flatMap((body) => readVapiEvent(body, new Date()) ?? []),
        ),
      );
    const id = `call_${(await record(bodies.slice(0, 3))).get(callKey)}`;

    expect(await person.client.ask(rate, { id, satisfaction: 2 })).toEqual({ rateCall: { id, satisfaction: 2 } });
    await record(bodies);

    expect(await person.client.ask('query ($id: ID!) { call(id: $id) { satisfaction } }', { id })).toEqual({
      call: { satisfaction: 2 },
    });
    expect(await person.client.ask(rate, { id, satisfaction: 4 })).toEqual({ rateCall: { id, satisfaction: 4 } });
  });

  it('is refused outside 1 to 5, for strangers, and for those who may only look', async () => {
    const [person, stranger] = [await signUp(app.client), await signUp(app.client)];
    const viewer = await join(app.client, person, 'VIEWER');
    const id = await play(person, 'busy');
    expect(await person.client.refusal(rate, { id, satisfaction: 6 })).toMatchObject({
      reason: 'VOICE.SATISFACTION_OUT_OF_RANGE',
    });
    expect(await stranger.client.refusal(rate, { id, satisfaction: 3 })).toMatchObject({
      reason: 'VOICE.CALL_NOT_FOUND',
    });
    expect(await viewer.client.refusal(rate, { id, satisfaction: 3 })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the recording of a call', () => {
  it('is told apart from none, and says what to do when Vapi cannot be asked', async () => {
    const person = await signUp(app.client);
    const [recorded, silent] = [await play(person, 'inbound'), await play(person, 'busy')];
    const get = async (client: Person['client'], id: string) => {
      const reply = await client.request('GET', `/api/voice/calls/${id}/recording`);
      return [reply.status, ((await reply.json()) as { error: { code: string } }).error.code];
    };
    expect(await get(person.client, recorded)).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
    expect(await get(person.client, silent)).toEqual([404, 'NOT_FOUND']);
    expect(await get(person.client, 'call_x')).toEqual([404, 'NOT_FOUND']);
    expect(await get(app.client, recorded)).toEqual([401, 'UNAUTHENTICATED']);
  });
});

/** The same call, begun later. */
function later(bodies: VapiBody[], minutes: number): VapiBody[] {
  const move = (value: unknown): unknown => {
    if (typeof value === 'number' && value > 1e12) return value + minutes * 60_000;
    if (typeof value === 'string' && /^2026-09-01T\d\d:\d\d:\d\d/.test(value))
      return new Date(Date.parse(value) + minutes * 60_000).toISOString();
    if (Array.isArray(value)) return value.map(move);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, move(member)]));
    return value;
  };
  return bodies.map((body) => move(body) as VapiBody);
}
