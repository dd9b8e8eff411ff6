import type { AccountsApp } from '../../../test/support/accounts-app.js';
import { queryAsSuperuser } from '../../../test/support/every-row.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { vapiKey, withProvisioning } from '../../../test/support/provisioning.js';
import { systemContext } from '../../kernel/context/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { Jobs } from '../../kernel/queue/index.js';
import { LiveAssistants } from '../assistants/live/live-assistants.js';
import { planDriftJob } from './provisioning.jobs.js';

const played = withProvisioning();

interface Declared {
  id: string;
  syncState: string;
  syncError: string | null;
  vapiAssistantId: string | null;
  firstMessage: string;
  context: string;
  transferNumber: string | null;
  tools: { key: string }[];
}

const fields = 'id syncState syncError vapiAssistantId firstMessage context transferNumber tools { key }';

async function find({ client }: Person, id: string): Promise<Declared> {
  const query = `query ($id: ID!) { voiceAssistant(id: $id) { ${fields} } }`;
  return (await client.ask<{ voiceAssistant: Declared }>(query, { id })).voiceAssistant;
}

async function create(person: Person, input: object = {}): Promise<Declared> {
  const mutation = `mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }`;
  const made = await person.client.ask<{ createVoiceAssistant: { id: string } }>(mutation, {
    input: { context: 'Restaurant.', ...input },
  });
  return find(person, made.createVoiceAssistant.id);
}

async function update(person: Person, id: string, input: object): Promise<Declared> {
  const mutation = `mutation ($id: ID!, $input: UpdateVoiceAssistantInput!) { updateVoiceAssistant(id: $id, input: $input) { id } }`;
  await person.client.ask(mutation, { id, input });
  return find(person, id);
}

async function sync(person: Person, id: string): Promise<Declared> {
  const mutation = `mutation ($id: ID!) { syncVoiceAssistant(id: $id) { id syncState } }`;
  const { syncVoiceAssistant } = await person.client.ask<{ syncVoiceAssistant: Declared }>(mutation, { id });
  expect(syncVoiceAssistant.syncState).toBe('PENDING');
  return find(person, id);
}

interface Plan {
  upToDate: boolean;
  changes: { target: string; action: string; before: unknown; after: unknown }[];
}

async function plan({ client }: Person, assistantId: string) {
  const query = `query ($id: ID!) { provisioningPlan(assistantId: $id) { upToDate changes { target action before after } } }`;
  return (await client.ask<{ provisioningPlan: Plan }>(query, { id: assistantId })).provisioningPlan;
}

async function connect({ client }: Person): Promise<void> {
  await client.ask(
    `mutation ($credentials: [CredentialInput!]!) { configureIntegration(integrationId: "vapi", credentials: $credentials) { id } }`,
    { credentials: [{ key: 'apiKey', value: vapiKey }] },
  );
}

async function connected(): Promise<Person> {
  const person = await signUp(played.bare.client);
  await connect(person);
  return person;
}

function at({ vapiAssistantId }: Pick<Declared, 'vapiAssistantId'>): Record<string, unknown> | null {
  return played.vapi.find('assistant', vapiAssistantId ?? '');
}

async function writesOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = played.vapi.received.length;
  await work();
  const writes = played.vapi.received.slice(before).filter(({ method }) => method !== 'GET');
  return writes.map(({ method, path }) => `${method} ${path.split('/')[1] ?? ''}`);
}

function marked(id: string) {
  const assistantId = splitGlobalId(id)?.id;
  return played.vapi
    .list('assistant')
    .filter(({ metadata }) => (metadata as { assistantId?: string } | null)?.assistantId === assistantId);
}

function findDrift({ app }: AccountsApp): Promise<string> {
  return app.get(Jobs, { strict: false }).add(systemContext({ actor: 'test' }), planDriftJob, {});
}

describe('an assistant that is declared here', () => {
  it('stands at Vapi with its tools, our address and our proof', async () => {
    const person = await connected();
    const made = await create(person, { transferNumber: '+33123456789', firstMessage: 'Le Gourmet, bonsoir.' });
    expect(made).toMatchObject({ syncState: 'SYNCED', syncError: null });
    const live = at(made);
    const tools = played.vapi
      .list('tool')
      .filter(({ id }) => (live?.model as { toolIds: string[] }).toolIds.includes(id));
    expect(tools.map(({ type, function: own }) => (own as { name: string } | undefined)?.name ?? type).sort()).toEqual([
      'leave_message',
      'transferCall',
    ]);
    expect(live).toMatchObject({
      firstMessage: 'Je suis un assistant vocal, une intelligence artificielle. Le Gourmet, bonsoir.',
      server: {
        url: expect.stringContaining('https://agents.example.com/api/v1/webhooks/vapi/') as unknown,
        credentialId: expect.any(String) as unknown,
      },
      metadata: { assistantId: splitGlobalId(made.id)?.id, workspaceId: splitGlobalId(person.workspaceId)?.id },
    });
    expect(await plan(person, made.id)).toEqual({ upToDate: true, changes: [] });
    expect(await writesOf(() => sync(person, made.id))).toEqual([]);
  });

  it('follows every change, and goes when it is deleted', async () => {
    const person = await connected();
    const made = await create(person, { tools: [{ key: 'leave_message' }, { key: 'endCall' }] });
    const changed = await update(person, made.id, { tools: [{ key: 'leave_message' }], recordingEnabled: false });
    expect(changed).toMatchObject({ syncState: 'SYNCED', vapiAssistantId: made.vapiAssistantId });
    expect(at(made)).toMatchObject({ artifactPlan: { recordingEnabled: false } });
    const writes = await writesOf(() =>
      person.client.ask('mutation ($id: ID!) { deleteVoiceAssistant(id: $id) }', { id: made.id }),
    );
    expect(writes).toEqual(['DELETE assistant', 'DELETE tool']);
    expect(at(made)).toBeNull();
  });

  it('is made once, though the answer to its making was lost', async () => {
    const person = await connected();
    played.vapi.faults.next({ method: 'POST', path: /^\/assistant$/ }, { kind: 'cut', when: 'after' });
    const made = await create(person);
    expect(made).toMatchObject({ syncState: 'PENDING', vapiAssistantId: null });
    expect(made.syncError).toMatch(/Vapi/);
    expect(await writesOf(() => sync(person, made.id))).toEqual([]);
    expect(await find(person, made.id)).toMatchObject({ syncState: 'SYNCED', syncError: null });
    expect(marked(made.id)).toHaveLength(1);
  });

  it('fails with what Vapi said, and waits where Vapi is in trouble', async () => {
    const person = await connected();
    played.vapi.faults.next({ method: 'POST', path: /^\/assistant$/ }, { kind: 'status', status: 400 });
    const made = await create(person);
    expect(made).toMatchObject({ syncState: 'FAILED' });
    expect(made.syncError).toContain('Something went wrong.');
    played.vapi.faults.next({ method: 'POST', path: /^\/assistant$/ }, { kind: 'status', status: 500 });
    const again = await update(person, made.id, { name: 'Accueil' });
    expect(again).toMatchObject({ syncState: 'PENDING', syncError: expect.any(String) as unknown });
    expect(await sync(person, made.id)).toMatchObject({ syncState: 'SYNCED', syncError: null });
  });

  it('waits for an account, and follows by itself when one is connected', async () => {
    const person = await signUp(played.bare.client);
    const made = await create(person);
    expect(made).toMatchObject({ syncState: 'PENDING', syncError: expect.stringContaining('Connectez') as unknown });
    const answer = await person.client.refusal(`query { provisioningPlan(assistantId: "${made.id}") { upToDate } }`);
    expect(answer).toMatchObject({ code: 'CONFLICT', reason: 'VOICE.VAPI_NOT_CONNECTED' });
    await connect(person);
    expect(await find(person, made.id)).toMatchObject({ syncState: 'SYNCED', syncError: null });
  });

  it('is nothing of Vapi’s where Twilio answers', async () => {
    const person = await signUp(played.bare.client);
    expect(await create(person, { route: 'TWILIO' })).toMatchObject({ syncState: 'SYNCED', vapiAssistantId: null });
  });

  it('is no other workspace’s to look at or to put in order', async () => {
    const [person, other] = [await connected(), await connected()];
    const made = await create(person);
    for (const operation of [
      `query { provisioningPlan(assistantId: "${made.id}") { upToDate } }`,
      `mutation { syncVoiceAssistant(id: "${made.id}") { id } }`,
    ]) {
      expect(await other.client.refusal(operation)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('tells who watches it', async () => {
    const person = await connected();
    const made = await create(person);
    const ctx = systemContext({ actor: 'test', workspaceId: splitGlobalId(person.workspaceId)?.id });
    const stream = played.bare.app
      .get(LiveAssistants, { strict: false })
      .changes(ctx, splitGlobalId(made.id)?.id ?? '');
    const heard = new AbortController();
    const first = stream.next().finally(() => {
      heard.abort();
    });
    // What changes before the subscription stands is not told, so it goes on changing until it is.
    for (let turn = 0; !heard.signal.aborted; turn += 1) await update(person, made.id, { name: `Accueil ${turn}` });
    expect((await first).value?.voiceAssistantUpdated).toMatchObject({ id: made.id });
    await stream.return?.();
  });
});

describe('what somebody changes at Vapi', () => {
  it('is found with one look, told field by field, and put in order when asked', async () => {
    const person = await connected();
    const made = await create(person);
    played.vapi.change('assistant', made.vapiAssistantId ?? '', { firstMessage: 'Yo.' });
    await findDrift(played.bare);
    expect(await find(person, made.id)).toMatchObject({ syncState: 'DRIFTED' });
    expect((await plan(person, made.id)).changes).toEqual([
      { target: 'assistant.firstMessage', action: 'UPDATE', before: 'Yo.', after: made.firstMessage },
    ]);
    expect(await sync(person, made.id)).toMatchObject({ syncState: 'SYNCED' });
    expect(at(made)).toMatchObject({ firstMessage: made.firstMessage });
  });

  it('is forgotten when it agrees again', async () => {
    const person = await connected();
    const made = await create(person);
    const vapiId = made.vapiAssistantId ?? '';
    played.vapi.change('assistant', vapiId, { name: 'Autre' });
    await findDrift(played.bare);
    expect(await find(person, made.id)).toMatchObject({ syncState: 'DRIFTED' });
    played.vapi.change('assistant', vapiId, { name: `Chez ${person.email}`.slice(0, 40) });
    await findDrift(played.bare);
    expect(await find(person, made.id)).toMatchObject({ syncState: 'SYNCED' });
  });

  it('is looked for once in the account that workspaces share', async () => {
    const people = [await signUp(played.shared.client), await signUp(played.shared.client)];
    const made = [];
    for (const person of people) made.push(await create(person));
    const [one, other] = made;
    if (!one || !other) throw new Error('Two were made.');
    for (const each of made) played.vapi.change('assistant', each.vapiAssistantId ?? '', { firstMessage: 'Yo.' });
    const before = played.vapi.received.length;
    await findDrift(played.shared);
    const lists = played.vapi.received.slice(before).filter(({ path }) => path === '/assistant');
    const own = await queryAsSuperuser(
      played.database.url,
      `SELECT DISTINCT workspace_id FROM integration_connections WHERE integration_key = 'vapi'`,
    );
    expect(lists.length).toBeLessThanOrEqual(own.length + 1);
    for (const [index, person] of people.entries()) {
      expect(await find(person, made[index]?.id ?? '')).toMatchObject({ syncState: 'DRIFTED' });
    }
  });

  it('is taken up again when a job was lost', async () => {
    const person = await connected();
    const made = await create(person);
    const id = splitGlobalId(made.id)?.id;
    await queryAsSuperuser(
      played.database.url,
      `UPDATE voice_assistants SET sync_state = 'PENDING', updated_at = now() - interval '2 minutes' WHERE id = $1`,
      [id],
    );
    await findDrift(played.bare);
    expect(await find(person, made.id)).toMatchObject({ syncState: 'SYNCED' });
  });
});

describe('an assistant that stands at Vapi already', () => {
  const imported = (person: Person, vapiAssistantId: string) =>
    person.client.ask<{ importVapiAssistant: Declared }>(
      `mutation ($id: String!) { importVapiAssistant(vapiAssistantId: $id) { ${fields} language modelProvider model } }`,
      { id: vapiAssistantId },
    );
  const refusal = (person: Person, vapiAssistantId: string) =>
    person.client.refusal(`mutation { importVapiAssistant(vapiAssistantId: "${vapiAssistantId}") { id } }`);

  function addAssistant(): string {
    const transfer = played.vapi.add('tool', {
      type: 'transferCall',
      destinations: [{ type: 'number', number: '+33123456789' }],
    });
    const model = {
      provider: 'openai',
      model: 'gpt-4o',
      messages: [{ role: 'system', content: 'Be kind.' }],
      toolIds: [transfer.id],
    };
    const transcriber = { provider: 'deepgram', model: 'nova-2', language: 'en' };
    return played.vapi.add('assistant', { name: 'Front desk', firstMessage: 'Hello.', model, transcriber }).id;
  }

  it('is declared as it stands, and changed only when asked', async () => {
    const person = await connected();
    const id = addAssistant();
    let made: Declared | undefined;
    const writes = await writesOf(async () => void (made = (await imported(person, id)).importVapiAssistant));
    expect(writes).toEqual([]);
    expect(made).toMatchObject({
      syncState: 'DRIFTED',
      vapiAssistantId: id,
      firstMessage: 'Hello.',
      context: 'Be kind.',
      language: 'en-GB',
      model: 'gpt-4o',
      transferNumber: '+33123456789',
      tools: [{ key: 'transferCall' }],
    });
    const { changes } = await plan(person, made?.id ?? '');
    expect(changes.map(({ target }) => target)).toEqual(
      expect.arrayContaining(['assistant.firstMessage', 'assistant.server']),
    );
    expect(await sync(person, made?.id ?? '')).toMatchObject({ syncState: 'SYNCED' });
    expect(played.vapi.find('assistant', id)).toMatchObject({ name: 'Front desk', server: { timeoutSeconds: 20 } });
  });

  it('is declared once, in one workspace, and where it is known', async () => {
    const [person, other] = [await connected(), await connected()];
    const id = addAssistant();
    await imported(person, id);
    expect(await refusal(person, id)).toMatchObject({ code: 'CONFLICT', reason: 'VOICE.ALREADY_IMPORTED' });
    expect(await refusal(other, id)).toMatchObject({ code: 'CONFLICT', reason: 'VOICE.ALREADY_IMPORTED' });
    const made = await create(person);
    expect(await refusal(other, made.vapiAssistantId ?? '')).toMatchObject({ reason: 'VOICE.ALREADY_IMPORTED' });
    expect(await refusal(person, 'none')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(await signUp(played.shared.client), id)).toMatchObject({
      reason: 'VOICE.IMPORT_FROM_SHARED_ACCOUNT',
    });
  });
});
