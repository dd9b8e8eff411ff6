import { DataSource } from 'typeorm';
import { startAccountsApp, type AccountsApp } from '../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { join, newEmail, signIn, signUp, type Person } from '../../test/support/people.js';
import { systemContext, type RequestContext } from '../kernel/context/index.js';
import { sql, UnitOfWork } from '../kernel/database/index.js';
import { splitGlobalId } from '../kernel/graphql/index.js';
import { AgentsApiModule, AgentsService, type AgentKey } from './index.js';

let database: TestDatabase;
let app: AccountsApp;
const operator = { email: newEmail(), password: 'a password of the operator' };

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { ADMIN_EMAIL: operator.email, ADMIN_PASSWORD: operator.password };
  app = await startAccountsApp(database.url, env, [AgentsApiModule]);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

interface Agent {
  id: string;
  key: AgentKey;
  name: string;
  role: string;
  description: string;
  instructions: string;
  enabled: boolean;
  modelProvider: string | null;
  model: string | null;
}

const fields = 'id key name role description instructions enabled modelProvider model';
const listQuery = `{ agents { ${fields} } }`;
const oneQuery = `query ($id: ID!) { agent(id: $id) { ${fields} } }`;
const nodeQuery = `query ($id: ID!) { node(id: $id) { id ... on Agent { key name } } }`;
const updateMutation = `mutation ($id: ID!, $input: UpdateAgentInput!) { updateAgent(id: $id, input: $input) { ${fields} } }`;

async function list({ client }: Pick<Person, 'client'>): Promise<Agent[]> {
  return (await client.ask<{ agents: Agent[] }>(listQuery)).agents;
}

async function find({ client }: Person, id: string): Promise<Agent | null> {
  return (await client.ask<{ agent: Agent | null }>(oneQuery, { id })).agent;
}

async function update({ client }: Person, id: string, input: object): Promise<Agent> {
  return (await client.ask<{ updateAgent: Agent }>(updateMutation, { id, input })).updateAgent;
}

function english({ client, ...person }: Person): Person {
  return { ...person, client: client.with({ 'accept-language': 'en' }) };
}

function contextOf(person: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
}

function inDatabase<Row extends object>(person: Person, text: string, values: unknown[] = []): Promise<Row[]> {
  const unitOfWork = new UnitOfWork(app.app.get(DataSource, { strict: false }));
  return unitOfWork.run(contextOf(person), (tx) => sql<Row>(tx, text, values));
}

describe('the agents of a workspace', () => {
  it('are the seven specialists, in French unless another language is asked for', async () => {
    const person = await signUp(app.client);
    const agents = await list(person);
    expect(agents.map(({ key, name }) => [key, name])).toEqual([
      ['soshie', 'Soshie'],
      ['cassie', 'Cassie'],
      ['seomi', 'Seomi'],
      ['dexter', 'Dexter'],
      ['buddy', 'Buddy'],
      ['emmie', 'Emmie'],
      ['penn', 'Penn'],
    ]);
    expect(agents[1]).toMatchObject({ role: 'Service client', enabled: true, modelProvider: null, model: null });
    expect(agents[1]?.instructions).toMatch(/^Vous prenez soin des clients/);
  });

  it('speak English to those who read English', async () => {
    const [, cassie] = await list(english(await signUp(app.client)));
    expect(cassie).toMatchObject({ role: 'Customer support' });
    expect(cassie?.description).toContain('drafts answers');
    expect(cassie?.instructions).toMatch(/^You look after the customers/);
  });

  it('need no row, and have the same id at every look, by whatever way', async () => {
    const person = await signUp(app.client);
    const [soshie] = await list(person);
    const id = soshie?.id ?? '';
    expect(id).toMatch(/^agent_[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(await find(person, id)).toEqual(soshie);
    expect(await find(person, 'soshie')).toEqual(soshie);
    expect(await person.client.ask(nodeQuery, { id })).toEqual({ node: { id, key: 'soshie', name: 'Soshie' } });
    expect(await inDatabase(person, 'SELECT FROM agents')).toEqual([]);
  });

  it.each(['nobody', '', 'agent_nobody', 'agent_018f0000-0000-5000-8000-000000000000'])(
    'are null, and no agent to change, by %j',
    async (id) => {
      const person = await signUp(app.client);
      expect(await find(person, id)).toBeNull();
      const refusal = await person.client.refusal(updateMutation, { id, input: { enabled: false } });
      expect(refusal).toMatchObject({ code: 'NOT_FOUND', reason: 'AGENTS.AGENT_NOT_FOUND' });
    },
  );

  it('are found by other modules with the same ids and keys', async () => {
    const person = await signUp(app.client);
    const service = app.app.get(AgentsService, { strict: false });
    const ctx = contextOf(person);
    const penn = await service.get(ctx, 'penn');
    expect(`agent_${penn.id}`).toBe((await find(person, 'penn'))?.id);
    expect(await service.find(ctx, 'nobody')).toBeNull();
    await expect(service.get(ctx, 'nobody')).rejects.toMatchObject({ reason: 'AGENTS.AGENT_NOT_FOUND' });
  });
});

describe('changing an agent', () => {
  it('changes what is given, by id or key, and leaves the rest and the other agents', async () => {
    const person = await signUp(app.client);
    const before = await list(person);
    const renamed = await update(person, before[0]?.id ?? '', { name: '  Sophie ' });
    expect(renamed).toEqual({ ...before[0], name: 'Sophie' });
    const chosen = await update(person, 'soshie', { modelProvider: 'openrouter', model: 'openai/gpt-4.1:free' });
    expect(chosen).toEqual({ ...renamed, modelProvider: 'openrouter', model: 'openai/gpt-4.1:free' });
    expect(await list(person)).toEqual([chosen, ...before.slice(1)]);
  });

  it('keeps the workspace’s own words whatever the reader’s language, and translates the rest', async () => {
    const person = await signUp(app.client);
    await update(person, 'emmie', { instructions: 'Écrivez court.\nTutoyez.' });
    expect(await find(english(person), 'emmie')).toMatchObject({
      instructions: 'Écrivez court.\nTutoyez.',
      role: 'E-mail marketing',
      name: 'Emmie',
    });
  });

  it('goes back by null to what the catalogue says', async () => {
    const person = await signUp(app.client);
    const before = await find(person, 'dexter');
    await update(person, 'dexter', {
      name: 'Dominique',
      instructions: 'Comptez.',
      enabled: false,
      modelProvider: 'openai',
      model: 'gpt-4.1',
    });
    expect(await update(person, 'dexter', { name: null })).toMatchObject({ name: 'Dexter', instructions: 'Comptez.' });
    const nothing = { instructions: null, enabled: null, modelProvider: null, model: null };
    expect(await update(person, 'dexter', nothing)).toEqual(before);
  });

  it('puts an agent out of service and back', async () => {
    const person = await signUp(app.client);
    expect(await update(person, 'buddy', { enabled: false })).toMatchObject({ enabled: false });
    expect(await find(person, 'buddy')).toMatchObject({ enabled: false, name: 'Buddy' });
    expect(await update(person, 'buddy', { enabled: true })).toMatchObject({ enabled: true });
  });

  it('loses neither of two changes of the same moment', async () => {
    const person = await signUp(app.client);
    await Promise.all([update(person, 'penn', { name: 'Pauline' }), update(person, 'penn', { enabled: false })]);
    expect(await find(person, 'penn')).toMatchObject({ name: 'Pauline', enabled: false });
  });

  it('leaves an audit entry that names fields and not what stands in them, and none for nothing', async () => {
    const person = await signUp(app.client);
    const { id } = await update(person, 'seomi', { name: 'Sémaphore', model: 'gpt-4.1' });
    await update(person, 'seomi', {});
    const entries = await inDatabase(
      person,
      'SELECT action, target_id, details FROM audit_entries WHERE target_id = $1',
      [id],
    );
    expect(entries).toEqual([{ action: 'agent.updated', target_id: id, details: { fields: ['name', 'model'] } }]);
  });

  it.each([
    [{ name: '' }, 'input.name'],
    [{ name: ' \n ' }, 'input.name'],
    [{ name: 'x'.repeat(81) }, 'input.name'],
    [{ name: 'two\nlines' }, 'input.name'],
    [{ instructions: '' }, 'input.instructions'],
    [{ instructions: 'x'.repeat(8_001) }, 'input.instructions'],
    [{ instructions: 'nul \u0000' }, 'input.instructions'],
    [{ modelProvider: '' }, 'input.modelProvider'],
    [{ model: 'gpt 4' }, 'input.model'],
    [{ model: 'x'.repeat(101) }, 'input.model'],
  ])('refuses %j', async (input, path) => {
    const person = await signUp(app.client);
    const refusal = await person.client.refusal(updateMutation, { id: 'penn', input });
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(refusal.fields?.map((fault) => fault.path)).toEqual([path]);
    expect(await inDatabase(person, 'SELECT FROM agents')).toEqual([]);
  });

  it('takes texts of exactly the longest length', async () => {
    const person = await signUp(app.client);
    const input = { name: 'é'.repeat(80), instructions: 'é'.repeat(8_000), model: 'x'.repeat(100) };
    expect(await update(person, 'penn', input)).toMatchObject(input);
  });
});

describe('who may do what with agents', () => {
  it('a viewer reads, a member writes, a stranger does nothing', async () => {
    const owner = await signUp(app.client);
    const viewer = await join(app.client, owner, 'VIEWER');
    const member = await join(app.client, owner, 'MEMBER');
    const change = { id: 'penn', input: { name: 'Pauline' } };
    expect(await list(viewer)).toHaveLength(7);
    expect((await viewer.client.refusal(updateMutation, change)).code).toBe('FORBIDDEN');
    expect(await update(member, 'penn', change.input)).toMatchObject({ name: 'Pauline' });
    expect((await app.client.refusal(listQuery)).code).toBe('UNAUTHENTICATED');
    expect((await app.client.refusal(updateMutation, change)).code).toBe('UNAUTHENTICATED');
  });

  it('another workspace has agents of its own, and reaches none of ours', async () => {
    const [ours, theirs] = [await signUp(app.client), await signUp(app.client)];
    const { id } = await update(ours, 'cassie', { name: 'Clémence', enabled: false });
    expect(await find(theirs, id)).toBeNull();
    expect((await theirs.client.refusal(nodeQuery, { id })).code).toBe('NOT_FOUND');
    const refusal = await theirs.client.refusal(updateMutation, { id, input: { name: 'Volée' } });
    expect(refusal.code).toBe('NOT_FOUND');
    expect(await find(theirs, 'cassie')).toMatchObject({ name: 'Cassie', enabled: true });
    await update(theirs, 'cassie', { name: 'Carole' });
    expect(await find(ours, 'cassie')).toMatchObject({ id, name: 'Clémence' });
  });

  it('the platform’s operator reads, and enters a workspace before writing in it', async () => {
    const owner = await signUp(app.client);
    const { id } = await update(owner, 'cassie', { name: 'Clémence' });
    const admin = await signIn(app.client, operator);
    expect(await list(admin)).toHaveLength(7);
    const change = { id: 'cassie', input: { name: 'Carole' } };
    expect((await admin.client.refusal(updateMutation, change)).reason).toBe('AUTH.ENTER_WORKSPACE_FIRST');
    const entered = { ...admin, client: admin.client.with({ 'x-workspace-id': owner.workspaceId }) };
    expect(await find(entered, 'cassie')).toMatchObject({ id, name: 'Clémence' });
    expect(await update(entered, 'cassie', change.input)).toMatchObject({ id, name: 'Carole' });
  });
});
