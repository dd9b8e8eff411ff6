import { DataSource } from 'typeorm';
import type { AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { startVoiceApp } from '../../../test/support/voice-app.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { VoiceAssistants } from './voice-assistants.js';

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

interface Assistant {
  id: string;
  name: string;
  client: { id: string; name: string; email: string | null };
  [field: string]: unknown;
}

const fields = `id name client { id name email } clientName clientEmail owner { id } workspace { id } phoneNumber route active
  language otherLanguages timeZone modelProvider model voiceProvider voiceId transcriberProvider transcriberModel
  personality context firstMessage transferNumber recordingEnabled tools { key kind sayOnStart sayOnDone sayOnFailure }
  vapiAssistantId syncState syncError stats { calls cost { amount currency } } createdAt updatedAt`;
const createMutation = `mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { ${fields} } }`;
const updateMutation = `mutation ($id: ID!, $input: UpdateVoiceAssistantInput!) { updateVoiceAssistant(id: $id, input: $input) { ${fields} } }`;
const deleteMutation = 'mutation ($id: ID!) { deleteVoiceAssistant(id: $id) }';
const listQuery = `query ($first: Int, $after: String, $search: String) { voiceAssistants(first: $first, after: $after, search: $search) {
  nodes { id name } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`;

async function create({ client }: Person, input: object): Promise<Assistant> {
  const context = 'Restaurant français, tables de 2 à 8.';
  const data = await client.ask<{ createVoiceAssistant: Assistant }>(createMutation, { input: { context, ...input } });
  return data.createVoiceAssistant;
}

async function update({ client }: Person, id: string, input: object): Promise<Assistant> {
  const data = await client.ask<{ updateVoiceAssistant: Assistant }>(updateMutation, { id, input });
  return data.updateVoiceAssistant;
}

async function list({ client }: Person, variables: object = {}) {
  const { voiceAssistants } = await client.ask<{
    voiceAssistants: {
      nodes: { id: string; name: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      totalCount: number;
    };
  }>(listQuery, variables);
  return voiceAssistants;
}

async function clientNames({ client }: Person): Promise<string[]> {
  const { clients } = await client.ask<{ clients: { name: string }[] }>('{ clients { name } }');
  return clients.map(({ name }) => name);
}

function uuidOf(globalId: string): string {
  return splitGlobalId(globalId)?.id ?? '';
}

function asWorkspace(person: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: uuidOf(person.workspaceId) });
}

function inDatabase<Row extends object>(ctx: RequestContext, text: string, values: unknown[] = []): Promise<Row[]> {
  return new UnitOfWork(app.app.get(DataSource, { strict: false })).run(ctx, (tx) => sql<Row>(tx, text, values));
}

describe('creating an assistant', () => {
  it('needs a context only, and answers for the workspace in French', async () => {
    const person = await signUp(app.client);
    const made = await create(person, {});
    expect(made).toMatchObject({
      clientName: `Chez ${person.email}`,
      clientEmail: null,
      owner: { id: person.userId },
      workspace: { id: person.workspaceId },
      route: 'VAPI',
      active: true,
      language: 'fr-FR',
      timeZone: 'Europe/Paris',
      modelProvider: 'openai',
      voiceProvider: '11labs',
      personality: 'PROFESSIONAL',
      syncState: 'PENDING',
      vapiAssistantId: null,
      stats: { calls: 0, cost: { amount: '0', currency: 'EUR' } },
      tools: [
        { key: 'transfer_to_human', kind: 'OURS', sayOnStart: null, sayOnDone: null, sayOnFailure: null },
        { key: 'leave_message', kind: 'OURS', sayOnStart: null, sayOnDone: null, sayOnFailure: null },
      ],
    });
    expect(made.firstMessage).toContain('une intelligence artificielle');
    expect(made.name).toBe(`Chez ${person.email}`.slice(0, 40));
  });

  it('takes everything that its owner decides', async () => {
    const person = await signUp(app.client);
    const input = {
      name: 'Le Gourmet',
      clientName: 'Restaurant Le Gourmet',
      clientEmail: 'contact@legourmet.fr',
      phoneNumber: '+33123456789',
      route: 'TWILIO',
      active: false,
      language: 'en-GB',
      otherLanguages: ['fr-FR'],
      timeZone: 'Europe/London',
      modelProvider: 'openai',
      model: 'gpt-4',
      voiceProvider: '11labs',
      voiceId: 'sANWqF1bCMzR6eyZbCGw',
      transcriberProvider: 'gladia',
      transcriberModel: 'fast',
      personality: 'WARM',
      context: 'French gastronomy',
      firstMessage: 'Hello!',
      transferNumber: '+33123456780',
      recordingEnabled: false,
      tools: [{ key: 'leave_message', sayOnStart: 'One moment.' }, { key: 'endCall' }],
    };
    const { tools, ...others } = input;
    const made = await create(person, input);
    expect(made).toMatchObject(others);
    expect(made.tools).toEqual([
      { key: 'leave_message', kind: 'OURS', sayOnStart: 'One moment.', sayOnDone: null, sayOnFailure: null },
      { key: 'endCall', kind: 'VAPI_NATIVE', sayOnStart: null, sayOnDone: null, sayOnFailure: null },
    ]);
    const { voiceAssistant } = await person.client.ask<{ voiceAssistant: Assistant }>(
      `query ($id: ID!) { voiceAssistant(id: $id) { ${fields} } }`,
      { id: made.id },
    );
    expect(voiceAssistant).toEqual(made);
  });

  it('uses a client again by its name, whatever the case', async () => {
    const person = await signUp(app.client);
    const first = await create(person, { clientName: 'Le Gourmet', clientEmail: 'contact@legourmet.fr' });
    const second = await create(person, { clientName: 'LE GOURMET' });
    const third = await create(person, { clientId: first.client.id });
    expect([second.client, third.client]).toEqual([first.client, first.client]);
    expect(await clientNames(person)).toEqual(['Le Gourmet']);
  });

  it.each([
    [
      { clientId: 'client_01a1fc1e-2724-7590-abe1-cf3e27e85bd0', clientName: 'X' },
      'BAD_USER_INPUT',
      ['input.clientName'],
    ],
    [{ clientId: 'client_01a1fc1e-2724-7590-abe1-cf3e27e85bd0' }, 'NOT_FOUND', undefined],
    [{ clientId: 'user_01a1fc1e-2724-7590-abe1-cf3e27e85bd0' }, 'NOT_FOUND', undefined],
    [{ modelProvider: 'opnai' }, 'BAD_USER_INPUT', ['input.modelProvider']],
    [{ tools: [{ key: 'leave_mesage' }] }, 'BAD_USER_INPUT', ['input.tools.0.key']],
    [{ tools: [{ key: 'endCall' }, { key: 'endCall' }] }, 'BAD_USER_INPUT', ['input.tools.1.key']],
    [{ name: 'x'.repeat(41), language: 'french' }, 'BAD_USER_INPUT', ['input.name', 'input.language']],
  ])('refuses %j', async (input, code, paths) => {
    const person = await signUp(app.client);
    const refusal = await person.client.refusal(createMutation, { input: { context: 'x', ...input } });
    expect(refusal.code).toBe(code);
    expect(refusal.fields?.map(({ path }) => path)).toEqual(paths);
    expect((await list(person)).totalCount).toBe(0);
  });

  it('says what is wrong in the language of whoever asks, with the nearest name', async () => {
    const { client } = await signUp(app.client);
    const input = { context: 'x', voiceProvider: 'elevenlabs' };
    const french = await client.refusal(createMutation, { input });
    const english = await client.with({ 'accept-language': 'en' }).refusal(createMutation, { input });
    expect(french.fields?.[0]?.message).toContain('Vouliez-vous dire : 11labs ?');
    expect(english.fields?.[0]?.message).toContain('Did you mean: 11labs?');
  });

  it('is for those who may write', async () => {
    const owner = await signUp(app.client);
    const viewer = await join(app.client, owner, 'VIEWER');
    expect((await viewer.client.refusal(createMutation, { input: { context: 'x' } })).code).toBe('FORBIDDEN');
    expect((await app.client.refusal(createMutation, { input: { context: 'x' } })).code).toBe('UNAUTHENTICATED');
    expect((await list(viewer)).totalCount).toBe(0);
  });

  it('leaves an audit entry that names fields and not what stands in them', async () => {
    const person = await signUp(app.client);
    const { id } = await create(person, { transferNumber: '+33123456780' });
    const entries = await inDatabase(
      asWorkspace(person),
      'SELECT action, target_id, details FROM audit_entries WHERE target_id = $1',
      [id],
    );
    expect(entries).toEqual([
      { action: 'assistant.created', target_id: id, details: { fields: ['transferNumber', 'context'] } },
    ]);
  });
});

describe('changing an assistant', () => {
  it('changes what is given, and has to be told to Vapi again', async () => {
    const person = await signUp(app.client);
    const made = await create(person, { clientName: 'Le Gourmet' });
    await inDatabase(asWorkspace(person), `UPDATE voice_assistants SET sync_state = 'SYNCED' WHERE id = $1`, [
      uuidOf(made.id),
    ]);
    const changed = await update(person, made.id, { active: false, phoneNumber: '+33123456789' });
    expect(changed).toEqual({
      ...made,
      active: false,
      phoneNumber: '+33123456789',
      syncState: 'PENDING',
      updatedAt: expect.any(String) as string,
    });
    expect(await update(person, made.id, { phoneNumber: null })).toMatchObject({ phoneNumber: null, active: false });
  });

  it('moves to another client by name or id, and lets the generated greeting follow', async () => {
    const person = await signUp(app.client);
    const made = await create(person, { clientName: 'Le Gourmet', clientEmail: 'contact@legourmet.fr' });
    const moved = await update(person, made.id, { clientName: 'Chez Paul' });
    expect(moved).toMatchObject({ clientName: 'Chez Paul', clientEmail: null });
    expect(moved.firstMessage).toContain('Chez Paul à votre écoute');
    expect(await update(person, made.id, { clientId: made.client.id })).toMatchObject({ clientName: 'Le Gourmet' });
    expect(await clientNames(person)).toEqual(['Chez Paul', 'Le Gourmet']);
  });

  it('gives the client the address that is given, and takes it away by null', async () => {
    const person = await signUp(app.client);
    const { id, client } = await create(person, { clientName: 'Le Gourmet' });
    const changed = await update(person, id, { clientEmail: 'contact@legourmet.fr' });
    expect(changed).toMatchObject({ clientEmail: 'contact@legourmet.fr', client: { id: client.id } });
    expect(await update(person, id, { clientEmail: null })).toMatchObject({ clientEmail: null });
  });

  it('checks a model with the provider that the assistant has', async () => {
    const person = await signUp(app.client);
    const { id } = await create(person, { modelProvider: 'anthropic' });
    const refusal = await person.client.refusal(updateMutation, { id, input: { model: 'gpt-4o' } });
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['input.model']);
  });
});

describe('deleting an assistant', () => {
  it('hides it and keeps its row, since its calls stay', async () => {
    const person = await signUp(app.client);
    const { id } = await create(person, {});
    expect(await person.client.ask(deleteMutation, { id })).toEqual({ deleteVoiceAssistant: id });
    expect((await list(person)).totalCount).toBe(0);
    expect(await person.client.ask('query ($id: ID!) { voiceAssistant(id: $id) { id } }', { id })).toEqual({
      voiceAssistant: null,
    });
    for (const [mutation, input] of [[deleteMutation], [updateMutation, {}]] as const) {
      expect((await person.client.refusal(mutation, { id, input })).reason).toBe('VOICE.ASSISTANT_NOT_FOUND');
    }
    const kept = await inDatabase(asWorkspace(person), 'SELECT active FROM voice_assistants WHERE id = $1', [
      uuidOf(id),
    ]);
    expect(kept).toEqual([{ active: false }]);
  });
});

describe('the list of assistants', () => {
  it('finds by the names of assistant and client and by number, whatever accents and case', async () => {
    const person = await signUp(app.client);
    await create(person, { name: 'Réservations', clientName: 'Crêperie Bleue', phoneNumber: '+33123456789' });
    await create(person, { name: 'Standard', clientName: 'Garage' });
    for (const search of ['reserv', 'CREPERIE', '01 23 45']) {
      expect((await list(person, { search })).nodes.map(({ name }) => name)).toEqual(['Réservations']);
    }
    expect((await list(person, { search: "%'; DROP" })).totalCount).toBe(0);
    expect((await list(person, { search: ' ' })).totalCount).toBe(2);
  });

  it('comes in pages, newest first', async () => {
    const person = await signUp(app.client);
    for (const name of ['A', 'B', 'C']) await create(person, { name });
    const first = await list(person, { first: 2 });
    const rest = await list(person, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ name }) => name)).toEqual(['C', 'B', 'A']);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage, first.totalCount]).toEqual([true, false, 3]);
    expect((await person.client.refusal(listQuery, { first: 101 })).code).toBe('BAD_USER_INPUT');
    const other = await signUp(app.client);
    expect((await other.client.refusal(listQuery, { after: first.pageInfo.endCursor })).code).toBe('BAD_USER_INPUT');
  });

  it('shows nothing of another workspace, by any way', async () => {
    const [ours, theirs] = [await signUp(app.client), await signUp(app.client)];
    const { id, client } = await create(ours, {});
    expect((await list(theirs)).totalCount).toBe(0);
    expect(await theirs.client.ask('query ($id: ID!) { voiceAssistant(id: $id) { id } }', { id })).toEqual({
      voiceAssistant: null,
    });
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await theirs.client.refusal(node, { id })).code).toBe('NOT_FOUND');
    expect((await theirs.client.refusal(node, { id: client.id })).code).toBe('NOT_FOUND');
    expect(await ours.client.ask(node, { id })).toEqual({ node: { id } });
    expect((await theirs.client.refusal(updateMutation, { id, input: {} })).code).toBe('NOT_FOUND');
    expect((await theirs.client.refusal(deleteMutation, { id })).code).toBe('NOT_FOUND');
    const input = { context: 'x', clientId: client.id };
    expect((await theirs.client.refusal(createMutation, { input })).code).toBe('NOT_FOUND');
    const stats = 'query ($id: ID) { voiceStats(assistantId: $id) { calls } }';
    expect((await theirs.client.refusal(stats, { id })).code).toBe('NOT_FOUND');
  });
});

describe('the tools that Vapi runs itself', () => {
  it('are chosen like ours, and say before what this server cannot see of them', async () => {
    const person = await signUp(app.client);
    const tools = [
      { key: 'google.calendar.availability.check' },
      { key: 'google.calendar.event.create', sayOnStart: 'Je note.', sayOnDone: 'C’est noté.', sayOnFailure: '' },
    ];
    const made = await create(person, { tools });
    const silent = { kind: 'VAPI_NATIVE', sayOnStart: null, sayOnDone: null, sayOnFailure: null };
    expect(made.tools).toEqual([
      { ...silent, key: 'google.calendar.availability.check' },
      { ...silent, key: 'google.calendar.event.create', sayOnStart: 'Je note.', sayOnDone: 'C’est noté.' },
    ]);
    const { assistantOptions: options } = await person.client.ask<{
      assistantOptions: { tools: { key: string; label: string }[] };
    }>('{ assistantOptions { tools { key label } } }');
    const labels = new Map(options.tools.map(({ key, label }) => [key, label]));
    expect(labels.get('google.calendar.availability.check')).toMatch(/que par le compte rendu de l’appel/);
    expect(labels.get('google.calendar.event.create')).toMatch(/déplacer ou annuler n’est pas possible/);
  });
});

describe('assistantOptions', () => {
  it('offers what an assistant can be made of, in the reader’s language', async () => {
    const { client } = await signUp(app.client);
    const choice = '{ key label language provider }';
    const query = `{ assistantOptions { models ${choice} voices(language: "fr-FR") ${choice} all: voices { key } transcribers ${choice}
      languages ${choice} personalities ${choice} tools ${choice} templates } }`;
    const { assistantOptions: options } = await client.ask<{
      assistantOptions: Record<string, { key: string; label: string }[]>;
    }>(query);
    expect(options.languages?.[0]).toMatchObject({ key: 'fr-FR', label: 'Français (France)' });
    expect(options.tools).toContainEqual(
      expect.objectContaining({ key: 'transfer_to_human', label: 'Transférer à une personne' }),
    );
    expect(options.voices?.[0]).toMatchObject({ language: 'fr-FR', provider: '11labs' });
    expect(options.templates?.[0]).toMatchObject({ key: 'restaurant', language: 'fr-FR' });
    expect(options.personalities?.map(({ key }) => key)).toContain('WARM');
  });
});

describe('the owners of what a platform names', () => {
  it('are found across workspaces, a living assistant before a deleted one', async () => {
    const [ours, theirs] = [await signUp(app.client), await signUp(app.client)];
    const [old, living, other] = [await create(ours, {}), await create(ours, {}), await create(theirs, {})];
    const set = (person: Person, id: string, columns: string) =>
      inDatabase(asWorkspace(person), `UPDATE voice_assistants SET ${columns} WHERE id = $1`, [uuidOf(id)]);
    await set(ours, old.id, `vapi_assistant_id = 'vapi-1', vapi_phone_number_id = 'number-1', deleted_at = now()`);
    await set(ours, living.id, `vapi_assistant_id = 'vapi-1'`);
    await set(theirs, other.id, `vapi_phone_number_id = 'number-2'`);
    const intake = systemContext({ actor: 'test', access: 'intake' });
    const owners = await app.app
      .get(VoiceAssistants, { strict: false })
      .ownersOf(intake, ['vapi-1', 'unknown'], ['number-1', 'number-2']);
    expect([...owners.byAssistant]).toEqual([
      ['vapi-1', { workspaceId: uuidOf(ours.workspaceId), assistantId: uuidOf(living.id) }],
    ]);
    expect(owners.byPhoneNumber.get('number-1')?.assistantId).toBe(uuidOf(old.id));
    expect(owners.byPhoneNumber.get('number-2')?.workspaceId).toBe(uuidOf(theirs.workspaceId));
  });
});
