import pg from 'pg';
import { DataSource } from 'typeorm';
import type { AccountsApp } from '../../../test/support/accounts-app.js';
import { insertCalls, type CallRow } from '../../../test/support/call-rows.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { startVoiceApp } from '../../../test/support/voice-app.js';
import { adminContext } from '../../../test/support/workspaces.js';
import { systemContext } from '../../kernel/context/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { StatisticsService } from './statistics.service.js';

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

const fields = `calls completedCalls failedCalls inProgressCalls missedCalls transferredCalls totalDurationSeconds
  averageDurationSeconds averageSatisfaction cost { amount currency }`;

interface Stats {
  calls: number;
  cost: { amount: string; currency: string };
  [field: string]: unknown;
}

async function stats({ client }: Person, variables: object = {}): Promise<Stats> {
  const query = `query ($assistantId: ID, $from: DateTime, $to: DateTime) {
    voiceStats(assistantId: $assistantId, from: $from, to: $to) { ${fields} } }`;
  return (await client.ask<{ voiceStats: Stats }>(query, variables)).voiceStats;
}

async function statsBy({ client }: Person, group: string, variables: object = {}): Promise<[string, number][]> {
  const query = `query ($group: StatsGroup!, $assistantId: ID, $from: DateTime!, $to: DateTime!) {
    voiceStatsBy(group: $group, assistantId: $assistantId, from: $from, to: $to) { key stats { calls } } }`;
  const period = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
  const data = await client.ask<{ voiceStatsBy: { key: string; stats: { calls: number } }[] }>(query, {
    group,
    ...period,
    ...variables,
  });
  return data.voiceStatsBy.map(({ key, stats: { calls } }) => [key, calls]);
}

function uuidOf(globalId: string): string {
  return splitGlobalId(globalId)?.id ?? '';
}

function withCalls(person: Person, rows: readonly CallRow[]): Promise<string[]> {
  const ctx = systemContext({ actor: 'test', workspaceId: uuidOf(person.workspaceId) });
  return insertCalls(app.app.get(DataSource, { strict: false }), ctx, rows);
}

async function setWorkspace({ client }: Person, input: object): Promise<void> {
  await client.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', { input });
}

async function newAssistant({ client }: Person, clientName: string): Promise<{ id: string; client: { id: string } }> {
  const query = `mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id client { id } } }`;
  const input = { context: 'x', clientName };
  return (await client.ask<{ createVoiceAssistant: { id: string; client: { id: string } } }>(query, { input }))
    .createVoiceAssistant;
}

const at = '2026-06-01T10:00:00Z';

describe('voiceStats', () => {
  it('is all zeros, and averages are null, where there are no calls', async () => {
    expect(await stats(await signUp(app.client))).toEqual({
      calls: 0,
      completedCalls: 0,
      failedCalls: 0,
      inProgressCalls: 0,
      missedCalls: 0,
      transferredCalls: 0,
      totalDurationSeconds: 0,
      averageDurationSeconds: null,
      averageSatisfaction: null,
      cost: { amount: '0', currency: 'EUR' },
    });
  });

  it('counts, adds and averages', async () => {
    const person = await signUp(app.client);
    await withCalls(person, [
      {
        beganAt: at,
        seconds: 60,
        satisfaction: 5,
        costs: [
          ['0.1', 'EUR'],
          ['0.2', 'EUR'],
          ['-0.1', 'EUR'],
        ],
      },
      { beganAt: at, seconds: 30, satisfaction: 2, outcome: 'TRANSFERRED', costs: [['0.000000000000000001', 'EUR']] },
      { beganAt: at, status: 'FAILED', outcome: 'NO_ANSWER' },
      { beganAt: at, status: 'FAILED', outcome: 'BUSY', direction: null },
      { beganAt: at, status: 'FAILED', outcome: 'ABANDONED', direction: 'WEB' },
      { beganAt: at, status: 'FAILED', outcome: 'NO_ANSWER', direction: 'OUTBOUND' },
      ...['QUEUED', 'RINGING', 'IN_PROGRESS', 'FORWARDING'].map((status) => ({ beganAt: at, status, outcome: null })),
    ]);
    expect(await stats(person)).toEqual({
      calls: 10,
      completedCalls: 2,
      failedCalls: 4,
      inProgressCalls: 4,
      missedCalls: 3,
      transferredCalls: 1,
      totalDurationSeconds: 90,
      averageDurationSeconds: 45,
      averageSatisfaction: 3.5,
      cost: { amount: '0.200000000000000001', currency: 'EUR' },
    });
  });

  it('counts calls from the first moment of the period, up to and without its last', async () => {
    const person = await signUp(app.client);
    await withCalls(
      person,
      ['2026-05-31T23:59:59.999Z', '2026-06-01T00:00:00Z', '2026-06-30T23:59:59Z', '2026-07-01T00:00:00Z'].map(
        (beganAt) => ({ beganAt }),
      ),
    );
    expect((await stats(person, { from: '2026-06-01T00:00:00Z', to: '2026-07-01T00:00:00Z' })).calls).toBe(2);
    expect((await stats(person, { from: '2026-06-01T02:00:00+02:00' })).calls).toBe(3);
    const reversed = { from: '2026-07-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };
    await expect(stats(person, reversed)).rejects.toThrow('VOICE.PERIOD_REVERSED');
  });

  it('shows costs in the workspace’s currency, at the rates of today where they were told in another', async () => {
    const person = await signUp(app.client);
    await withCalls(person, [
      {
        beganAt: at,
        costs: [
          ['1', 'EUR'],
          ['1.08', 'USD'],
        ],
      },
    ]);
    expect((await stats(person)).cost).toEqual({ amount: '2', currency: 'EUR' });
    await setWorkspace(person, { currency: 'USD' });
    expect((await stats(person)).cost).toEqual({ amount: '2.16', currency: 'USD' });
  });

  it('counts one assistant, and nothing of another workspace', async () => {
    const [ours, theirs] = [await signUp(app.client), await signUp(app.client)];
    const assistant = await newAssistant(ours, 'Le Gourmet');
    await withCalls(ours, [{ beganAt: at, assistantId: uuidOf(assistant.id) }, { beganAt: at }]);
    await withCalls(theirs, [{ beganAt: at }]);
    expect((await stats(ours, { assistantId: assistant.id })).calls).toBe(1);
    expect((await stats(ours)).calls).toBe(2);
    expect((await stats(theirs)).calls).toBe(1);
  });

  it('adds all workspaces in euros for a platform ADMIN', async () => {
    const statistics = app.app.get(StatisticsService, { strict: false });
    const [ours, theirs] = [await signUp(app.client), await signUp(app.client)];
    const period = { from: new Date('2031-01-01'), to: new Date('2032-01-01') };
    await withCalls(ours, [{ beganAt: '2031-06-01T00:00:00Z', costs: [['1', 'EUR']] }]);
    await withCalls(theirs, [{ beganAt: '2031-06-01T00:00:00Z', costs: [['1.08', 'USD']] }]);
    expect(await statistics.total(adminContext(), period)).toMatchObject({
      calls: 2,
      cost: { amount: '2', currency: 'EUR' },
    });
  });
});

describe('voiceStatsBy', () => {
  it('begins days in the workspace’s time zone, when summer time begins too', async () => {
    const person = await signUp(app.client);
    await withCalls(
      person,
      ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'].map(
        (beganAt) => ({ beganAt }),
      ),
    );
    expect(await statsBy(person, 'DAY')).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
    await setWorkspace(person, { timeZone: 'America/Toronto' });
    expect(await statsBy(person, 'DAY')).toEqual([
      ['2026-03-28', 2],
      ['2026-03-29', 2],
    ]);
  });

  it('tells the hour that comes twice from itself, and knows none that does not come', async () => {
    const person = await signUp(app.client);
    await withCalls(
      person,
      [
        '2026-10-25T00:30:00Z',
        '2026-10-25T01:30:00Z',
        '2026-10-25T02:30:00Z',
        '2026-03-29T00:30:00Z',
        '2026-03-29T01:30:00Z',
      ].map((beganAt) => ({ beganAt })),
    );
    expect(await statsBy(person, 'HOUR')).toEqual([
      ['2026-03-29T01:00:00+01:00', 1],
      ['2026-03-29T03:00:00+02:00', 1],
      ['2026-10-25T02:00:00+02:00', 1],
      ['2026-10-25T02:00:00+01:00', 1],
      ['2026-10-25T03:00:00+01:00', 1],
    ]);
  });

  it('begins weeks on Monday and months on the first', async () => {
    const person = await signUp(app.client);
    await withCalls(person, [{ beganAt: '2026-05-31T21:59:59Z' }, { beganAt: '2026-05-31T22:00:00Z' }]);
    expect(await statsBy(person, 'WEEK')).toEqual([
      ['2026-05-25', 1],
      ['2026-06-01', 1],
    ]);
    expect(await statsBy(person, 'MONTH')).toEqual([
      ['2026-05', 1],
      ['2026-06', 1],
    ]);
  });

  it('groups by assistant, client, outcome and reason, the most calls first', async () => {
    const person = await signUp(app.client);
    const gourmet = await newAssistant(person, 'Le Gourmet');
    const paul = await newAssistant(person, 'Chez Paul');
    const of = ({ id, client }: { id: string; client: { id: string } }) => ({
      assistantId: uuidOf(id),
      clientId: uuidOf(client.id),
    });
    await withCalls(person, [
      { beganAt: at, ...of(gourmet), endedReason: 'customer-ended-call' },
      { beganAt: at, ...of(paul), endedReason: 'customer-ended-call' },
      { beganAt: at, ...of(paul), outcome: 'BUSY', endedReason: 'customer-busy' },
      { beganAt: at, ...of(paul), outcome: null },
      { beganAt: at, outcome: null },
      { beganAt: at, outcome: null },
    ]);
    expect(await statsBy(person, 'ASSISTANT')).toEqual([
      [paul.id, 3],
      ['none', 2],
      [gourmet.id, 1],
    ]);
    expect(await statsBy(person, 'CLIENT')).toEqual([
      [paul.client.id, 3],
      ['none', 2],
      [gourmet.client.id, 1],
    ]);
    expect(await statsBy(person, 'OUTCOME')).toEqual([
      ['none', 3],
      ['CONVERSATION', 2],
      ['BUSY', 1],
    ]);
    expect(await statsBy(person, 'ENDED_REASON', { assistantId: paul.id })).toEqual([
      ['customer-busy', 1],
      ['customer-ended-call', 1],
      ['none', 1],
    ]);
  });

  it('splits costs by group exactly', async () => {
    const person = await signUp(app.client);
    await withCalls(person, [
      {
        beganAt: '2026-06-01T10:00:00Z',
        costs: [
          ['0.1', 'EUR'],
          ['0.2', 'EUR'],
        ],
      },
      { beganAt: '2026-06-02T10:00:00Z', costs: [['0.7', 'EUR']] },
      { beganAt: '2026-06-03T10:00:00Z' },
    ]);
    const query = `{ voiceStatsBy(group: DAY, from: "2026-06-01T00:00:00Z", to: "2026-06-04T00:00:00Z") { stats { cost { amount } } } }`;
    const { voiceStatsBy } = await person.client.ask<{ voiceStatsBy: { stats: Stats }[] }>(query);
    expect(voiceStatsBy.map(({ stats: { cost } }) => cost.amount)).toEqual(['0.3', '0.7', '0']);
  });
});

describe('the statistics of a page of assistants', () => {
  it('take as many statements for many assistants as for one', async () => {
    const person = await signUp(app.client);
    const query = `query ($first: Int) { voiceAssistants(first: $first) { nodes {
      id clientName client { email } workspace { name } owner { name }
      stats { calls } june: stats(from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z") { calls } } } }`;
    const assistants: string[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) assistants.unshift((await newAssistant(person, name)).id);
    await withCalls(person, [
      { beganAt: at, assistantId: uuidOf(assistants[1] ?? '') },
      { beganAt: '2026-07-02T00:00:00Z', assistantId: uuidOf(assistants[1] ?? '') },
    ]);
    const one = await statementsOf(() => person.client.ask(query, { first: 1 }));
    let page: { voiceAssistants: { nodes: { id: string; stats: Stats; june: Stats }[] } } | undefined;
    const many = await statementsOf(async () => {
      page = await person.client.ask(query, { first: 5 });
    });
    expect(many).toBe(one);
    expect(page?.voiceAssistants.nodes.map(({ stats: all, june }) => [all.calls, june.calls])).toEqual([
      [0, 0],
      [2, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

/** How many statements the server sends meanwhile, transactions apart. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Client;
  const original = Reflect.get(prototype, 'query') as (...args: unknown[]) => unknown;
  let count = 0;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [query] = args;
    const text = typeof query === 'string' ? query : (query as { text?: string }).text;
    if (/^\s*(SELECT(?! set_config)|WITH)/i.test(text ?? '')) count += 1;
    return Reflect.apply(original, this, args);
  } as typeof prototype.query;
  try {
    await work();
  } finally {
    prototype.query = original as typeof prototype.query;
  }
  return count;
}
