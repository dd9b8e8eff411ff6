import { queryAsSuperuser } from '../../../test/support/every-row.js';
import { signUp, type Person } from '../../../test/support/people.js';
import { startServer, type TestServer } from '../../../test/support/server.js';
import { calKey, publicUrl, SettingUp, vapiKey } from '../../../test/support/setting-up.js';

interface Endpoints {
  webhookEndpoints: { source: string; url: string }[];
}

const toolUrl = `${publicUrl}/api/v1/webhooks/vapi`;
let setting: SettingUp;

beforeEach(async () => {
  setting = await SettingUp.open();
});
afterEach(() => setting.close());

describe('a workspace with accounts of its own', () => {
  const configure = `mutation ($integration: ID!, $key: String!) {
    configureIntegration(integrationId: $integration, credentials: [{ key: "apiKey", value: $key }]) { id } }`;
  const assistants = 'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }';
  let server: TestServer;
  let person: Person;

  /** A server beside the command, on the same database. */
  const open = async (standInUrl: string) => {
    server = await startServer({ ...setting.env, INTEGRATIONS_STAND_IN_URL: standInUrl });
    person = await signUp(server.client);
  };
  afterEach(() => server.close());
  const workspace = () => person.workspaceId;
  const ofWorkspace = (standInUrl: string, args = '') =>
    setting.run(`--workspace ${workspace()} ${args}`.trim(), { INTEGRATIONS_STAND_IN_URL: standInUrl });

  it('gets a webhook endpoint of its own at Cal.com, and the same one again', async () => {
    await open(setting.calcom.url);
    await person.client.ask(configure, { integration: 'cal-com', key: calKey });
    const dry = await ofWorkspace(setting.calcom.url, '--dry-run');
    expect(dry.lines).toContainEqual(expect.stringMatching(/^would create {3}Cal.com webhook/));
    const { webhookEndpoints: none } = await person.client.ask<Endpoints>('{ webhookEndpoints { source url } }');
    expect(none).toEqual([]);

    for (const label of ['created', 'unchanged']) {
      const { code, lines } = await ofWorkspace(setting.calcom.url);
      expect([code, lines.filter((line) => line.startsWith('failed'))]).toEqual([0, []]);
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^${label} +Cal.com webhook ${publicUrl}/api/cal/webhook/`)),
      );
    }
    const { webhookEndpoints } = await person.client.ask<Endpoints>('{ webhookEndpoints { source url } }');
    const [webhook, ...others] = setting.calcom.subscriptions.list();
    expect(webhookEndpoints).toEqual([{ source: 'calcom', url: webhook?.subscriberUrl }]);
    expect(others).toEqual([]);
    expect(webhook?.secret).toMatch(/^whsec_/);
  });

  it('has its tools ask an endpoint of its own, and say what the owner has written', async () => {
    await open(setting.vapi.url);
    await person.client.ask(configure, { integration: 'vapi', key: vapiKey });
    const tools = [{ key: 'appointment_create', sayOnStart: 'Je regarde.' }];
    // What Twilio answers is not brought to Vapi by itself.
    const input = { name: 'Accueil', context: 'Cabinet', language: 'fr-FR', route: 'TWILIO', tools };
    const { createVoiceAssistant: made } = await person.client.ask<{ createVoiceAssistant: { id: string } }>(
      assistants,
      { input },
    );
    const early = await ofWorkspace(setting.vapi.url, `--assistant ${made.id}`);
    expect(early.lines.join('\n')).toMatch(/^failed {9}Assistant: The assistant “Accueil” is not at Vapi yet/m);
    const vapiId = setting.addAssistant();
    const provision = 'UPDATE voice_assistants SET vapi_assistant_id = $2 WHERE id = $1';
    await queryAsSuperuser(setting.database.url, provision, [made.id.replace('assistant_', ''), vapiId]);

    for (const id of [made.id, vapiId]) {
      const { code, lines } = await ofWorkspace(setting.vapi.url, `--assistant ${id}`);
      expect([code, lines.filter((line) => line.startsWith('failed'))]).toEqual([0, []]);
      expect(lines).toContainEqual(expect.stringMatching(/^warning.*updateVoiceAssistant/));
    }
    const create = setting.vapi
      .list('tool')
      .filter((tool) => (tool.function as { name?: string } | undefined)?.name === 'appointment_create');
    expect(create).toMatchObject([
      {
        server: { url: expect.stringMatching(new RegExp(`^${toolUrl}/[0-9a-f-]{36}$`)) as string },
        messages: [{ content: 'Je regarde.' }, {}],
      },
    ]);
  });

  it('does not get another workspace’s assistant', async () => {
    await open(setting.vapi.url);
    const other = await signUp(server.client);
    const input = { name: 'Accueil', context: 'Cabinet' };
    const { createVoiceAssistant: made } = await other.client.ask<{ createVoiceAssistant: { id: string } }>(
      assistants,
      { input },
    );
    const { code, lines } = await ofWorkspace(setting.vapi.url, `--assistant ${made.id}`);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('belongs to another workspace');
  });
});
