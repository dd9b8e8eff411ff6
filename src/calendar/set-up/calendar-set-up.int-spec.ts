import { calKey, calSecret, publicUrl, SettingUp, vapiKey, vapiSecret } from '../../../test/support/setting-up.js';

let setting: SettingUp;

beforeEach(async () => {
  setting = await SettingUp.open();
});
afterEach(() => setting.close());

const webhookUrl = `${publicUrl}/api/cal/webhook`;
const toolUrl = `${publicUrl}/api/v1/webhooks/vapi`;
const ourTools = [
  'availability_read',
  'appointment_read',
  'appointment_create',
  'appointment_update',
  'appointment_cancel',
];
const nobody = '00000000-0000-4000-8000-000000000000';

const toolsAt = ({ vapi }: SettingUp) => vapi.list('tool') as unknown as LiveToolBody[];
const namesOf = (tools: LiveToolBody[]) => tools.map((tool) => tool.function?.name ?? tool.type);
const modelOf = (id: string) => setting.vapi.find('assistant', id)?.model as Record<string, unknown>;

interface LiveToolBody {
  id: string;
  type: string;
  function?: { name: string };
  server?: Record<string, unknown>;
  messages: { type: string; content: string }[];
}

describe('setting the calendar up', () => {
  it('registers the webhook, makes the tools, and gives them to the assistant, which keeps all that it has', async () => {
    const foreign = setting.vapi.add('tool', { type: 'endCall' }).id;
    const model = {
      provider: 'openai',
      model: 'gpt-4.1',
      temperature: 0.2,
      messages: [{ role: 'system', content: 'Kind.' }],
      toolIds: [foreign],
    };
    const id = setting.addAssistant({ model, voice: { provider: 'vapi', voiceId: 'Elliot' } });
    const { code, lines } = await setting.run(`--assistant ${id} --locale fr`);

    expect([code, lines.filter((line) => line.startsWith('échec'))]).toEqual([0, []]);
    const [webhook, ...others] = setting.calcom.subscriptions.list();
    expect(others).toEqual([]);
    expect(webhook).toMatchObject({
      subscriberUrl: webhookUrl,
      secret: calSecret,
      active: true,
      payloadTemplate: null,
    });
    expect(webhook?.triggers).toEqual(
      expect.arrayContaining(['BOOKING_CREATED', 'BOOKING_NO_SHOW_UPDATED', 'MEETING_ENDED']),
    );
    const made = toolsAt(setting).filter((tool) => tool.id !== foreign);
    expect(namesOf(made)).toEqual(expect.arrayContaining(ourTools));
    const [credential] = setting.vapi.list('credential');
    expect(credential).toMatchObject({
      provider: 'custom-credential',
      authenticationPlan: {
        type: 'bearer',
        token: vapiSecret,
        headerName: 'X-Vapi-Secret',
        bearerPrefixEnabled: false,
      },
    });
    for (const { server } of made) {
      expect(server).toEqual({ url: toolUrl, credentialId: credential?.id, timeoutSeconds: 20 });
    }
    expect(made[0]?.messages[0]).toEqual({ type: 'request-start', content: 'Un instant, s’il vous plaît.' });
    expect(setting.vapi.find('assistant', id)).toMatchObject({ voice: { provider: 'vapi', voiceId: 'Elliot' } });
    expect(modelOf(id)).toEqual({ ...model, toolIds: [foreign, ...made.map((tool) => tool.id).reverse()] });
  });

  it('changes nothing the second time', async () => {
    const id = setting.addAssistant();
    await setting.run(`--assistant ${id} --native`);
    const before = setting.writes().length;
    const { code, lines } = await setting.run(`--assistant ${id} --native`);
    expect(code).toBe(0);
    expect(setting.writes()).toHaveLength(before);
    expect(
      lines.map((line) => line.split(' ')[0]).filter((label) => label === 'created' || label === 'updated'),
    ).toEqual([]);
    expect(lines.filter((line) => line.startsWith('unchanged')).length).toBeGreaterThan(7);
  });

  it('says what it would do in a dry run, and writes nothing', async () => {
    const id = setting.addAssistant();
    const { code, lines } = await setting.run(`--dry-run --assistant ${id} --native`);
    expect(code).toBe(0);
    expect(setting.writes()).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining([
        `would create   Cal.com webhook ${webhookUrl}`,
        'would create   tool appointment_create',
        'would create   tool google.calendar.event.create',
        expect.stringMatching(/^would create {3}Vapi credential agent-builder-[0-9a-f]{12}$/),
        expect.stringMatching(/^would update {3}assistant “Accueil”: \d+ tools$/),
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/^(?:created|updated) /m);
  });

  it('repairs what has changed, and leaves what others have set', async () => {
    const id = setting.addAssistant();
    await setting.run(`--assistant ${id}`);
    const [webhook] = setting.calcom.subscriptions.list();
    setting.calcom.subscriptions.change(webhook?.id ?? '', {
      active: false,
      triggers: ['BOOKING_CREATED', 'OOO_CREATED'],
    });
    const [tool] = toolsAt(setting);
    setting.vapi.change('tool', tool?.id ?? '', { messages: [], rejectionPlan: { conditions: [] } });
    setting.vapi.change('assistant', id, { model: { ...modelOf(id), toolIds: ['foreign'] } });
    const { lines } = await setting.run(`--assistant ${id}`);

    expect(lines.filter((line) => line.startsWith('updated'))).toHaveLength(3);
    const triggers = setting.calcom.subscriptions.list()[0]?.triggers;
    expect(triggers).toEqual(expect.arrayContaining(['OOO_CREATED', 'BOOKING_CANCELLED']));
    expect(setting.vapi.find('tool', tool?.id ?? '')).toMatchObject({
      messages: tool?.messages,
      rejectionPlan: { conditions: [] },
    });
    expect(modelOf(id).toolIds).toEqual([
      'foreign',
      ...toolsAt(setting)
        .map((each) => each.id)
        .reverse(),
    ]);
  });

  it('gives the tools another proof when the secret is another', async () => {
    const id = setting.addAssistant();
    await setting.run(`--assistant ${id}`);
    const { code } = await setting.run(`--assistant ${id}`, { VAPI_WEBHOOK_SECRET: 'another-secret-of-the-webhook' });
    expect(code).toBe(0);
    const [newest, ...older] = setting.vapi.list('credential');
    expect(older).toHaveLength(1);
    expect(new Set(toolsAt(setting).map(({ server }) => server?.credentialId))).toEqual(new Set([newest?.id]));
  });

  it('makes the tools and gives them to nobody where no assistant is named', async () => {
    const id = setting.addAssistant();
    const { code, lines } = await setting.run();
    expect(code).toBe(0);
    expect(namesOf(toolsAt(setting))).toEqual(expect.arrayContaining(ourTools));
    expect(modelOf(id).toolIds).toBeUndefined();
    expect(lines).toContainEqual(expect.stringContaining(`Accueil (${id})`));
  });

  it('brings the tools that Vapi runs itself only where they are asked for, and says what is not seen', async () => {
    const id = setting.addAssistant();
    const dashboards = setting.vapi.add('tool', { type: 'google.calendar.event.create', messages: [] }).id;
    const { lines } = await setting.run(`--assistant ${id} --native`);
    const native = toolsAt(setting).filter(({ type }) => type !== 'function');
    expect(namesOf(native).sort()).toEqual(['google.calendar.availability.check', 'google.calendar.event.create']);
    expect(modelOf(id).toolIds).toEqual(expect.arrayContaining([dashboards]));
    expect(modelOf(id).tools).toBeUndefined();
    const warnings = lines.filter((line) => line.startsWith('warning')).join('\n');
    expect(warnings).toMatch(/No Google account.*never that an event was moved or cancelled.*offset/s);
    setting.vapi.add('credential', { provider: 'google.calendar.oauth2-authorization' });
    const again = await setting.run(`--assistant ${id} --native`);
    expect(again.lines.join('\n')).not.toContain('No Google account');
  });
});

describe('a set-up that cannot be done', () => {
  it.each([
    ['CAL_API_KEY', /^failed {9}Cal.com key: CAL_API_KEY is not set\. Create a key/],
    ['CAL_WEBHOOK_SECRET', /^failed {9}Cal.com webhook: CAL_WEBHOOK_SECRET is not set\./],
    ['VAPI_API_KEY', /^failed {9}Vapi key: VAPI_API_KEY is not set\. Create a private key/],
    ['VAPI_WEBHOOK_SECRET', /^failed {9}Address for Vapi: VAPI_WEBHOOK_SECRET is not set\./],
  ])('says in one line what to do without %s, and does the rest', async (name, advice) => {
    const { code, lines } = await setting.run('', { [name]: '' });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('failed'))).toEqual([expect.stringMatching(advice)]);
    const rest = name.startsWith('CAL') ? setting.vapi.list('tool') : setting.calcom.subscriptions.list();
    expect(rest.length).toBeGreaterThan(0);
  });

  it.each([
    ['CAL_API_KEY', 'Cal.com'],
    ['VAPI_API_KEY', 'Vapi'],
  ])('says whose key is refused: %s', async (name, vendor) => {
    const { code, lines } = await setting.run('', { [name]: 'a-wrong-key-0123456789' });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('failed'))).toEqual([
      expect.stringMatching(new RegExp(`^failed {9}${vendor} key: .*refused`)),
    ]);
  });

  it('leaves the assistant alone when a right is missing', async () => {
    await setting.close();
    setting = await SettingUp.open({ forbids: ({ method, path }) => method === 'POST' && path === '/tool' });
    const id = setting.addAssistant();
    const { code, lines } = await setting.run(`--assistant ${id}`);
    expect(code).toBe(1);
    expect(lines).toContainEqual(
      expect.stringMatching(/^failed {9}tool appointment_create: .*This key may not do that/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^failed {9}The assistant “Accueil” stays as it is/));
    expect(setting.writes().filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('carries the secret in a header where Vapi makes no credentials, and says so', async () => {
    await setting.close();
    setting = await SettingUp.open({ hasCredentials: false });
    const { code, lines } = await setting.run();
    expect(code).toBe(0);
    expect(toolsAt(setting)[0]?.server).toEqual({
      url: toolUrl,
      timeoutSeconds: 20,
      headers: { 'X-Vapi-Secret': vapiSecret },
    });
    expect(lines).toContainEqual(expect.stringMatching(/^warning.*in a header/));
    const before = setting.writes().length;
    await setting.run();
    expect(setting.writes()).toHaveLength(before);
  });

  it('does not put a second tool of one name into an assistant', async () => {
    const theirs = {
      type: 'function',
      function: { name: 'appointment_read' },
      server: { url: 'https://crm.example.com' },
    };
    const other = setting.vapi.add('tool', theirs).id;
    const id = setting.addAssistant({ model: { provider: 'openai', model: 'gpt-4.1', toolIds: [other] } });
    const { code, lines } = await setting.run(`--assistant ${id}`);
    expect(code).toBe(1);
    expect(lines).toContainEqual(
      expect.stringMatching(/^failed.*another tool appointment_read.*https:\/\/crm\.example\.com/),
    );
    expect(setting.vapi.find('tool', other)).toMatchObject(theirs);
    expect(modelOf(id).toolIds).toContain(other);
  });

  it.each([
    ['--assistant nobody', /^failed {9}Assistant: Vapi has no such assistant/m],
    [`--assistant ${nobody}`, /Vapi has no such assistant/],
    [`--assistant assistant_${nobody}`, /This assistant does not exist/],
    ['--workspace Nowhere', /No workspace has this name/],
    [`--workspace ${nobody}`, /No workspace has this name/],
    ['--locale de', /--locale is fr or en/],
    ['--force', /Not understood: --force/],
  ])('says what is wrong with %s', async (args, advice) => {
    const { code, lines } = await setting.run(args);
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(advice);
  });

  it('warns of an address that platforms cannot reach', async () => {
    const { lines } = await setting.run('--dry-run', { PUBLIC_URL: 'http://192.168.1.20:3000' });
    expect(lines.filter((line) => line.startsWith('warning')).join('\n')).toContain('leads nowhere from the internet');
    const plain = await setting.run('--dry-run', { PUBLIC_URL: 'http://agents.example.com' });
    expect(plain.lines.join('\n')).toContain('is not https');
  });

  it('asks to empty a template that replaces what Cal.com sends', async () => {
    setting.calcom.subscriptions.add({
      subscriberUrl: webhookUrl,
      triggers: ['BOOKING_CREATED'],
      active: true,
      secret: calSecret,
      payloadTemplate: '{"a":1}',
    });
    const { code, lines } = await setting.run();
    expect(code).toBe(1);
    expect(lines).toContainEqual(expect.stringMatching(/^failed.*Empty the template in Cal\.com/));
  });

  it('explains itself', async () => {
    const { code, lines } = await setting.run('--help');
    expect([code, lines.join('\n')]).toEqual([0, expect.stringContaining('--dry-run')]);
  });
});

describe('whatever is printed', () => {
  it('is never a secret', async () => {
    const id = setting.addAssistant();
    const runs = [
      await setting.run(`--assistant ${id} --native`),
      await setting.run(`--assistant ${id}`, { CAL_API_KEY: `${calKey}-wrong`, VAPI_API_KEY: `${vapiKey}-wrong` }),
    ];
    const all = runs.flatMap(({ lines }) => lines).join('\n');
    for (const secret of [calKey, vapiKey, calSecret, vapiSecret]) expect(all).not.toContain(secret);
  });
});
