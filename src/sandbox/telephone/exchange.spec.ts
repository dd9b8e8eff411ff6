import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../demo/run-demo.js';
import { openPlayedTelephone, type PlayedTelephone } from '../played-telephone.js';
import { TwimlServer } from '../twilio/testing/twiml-server.js';
import { WebhookReceiver, serve, type LocalServer } from '../testing/webhook-receiver.js';

const number = '+33123456789';

describe('the telephone of the demonstration', () => {
  let dataDir: string;
  let server: LocalServer;
  let receiver: WebhookReceiver;
  let telephone: PlayedTelephone;

  const open = () => openPlayedTelephone({ dataDir, vapiKey: 'key', authToken: 'token' });
  const close = () => Promise.all([telephone.vapi.close(), telephone.twilio.close()]);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'telephone-'));
    receiver = new WebhookReceiver('secret');
    server = await serve(({ headers }, raw) => receiver.take(headers, raw));
    telephone = await open();
  });
  afterEach(async () => {
    await close();
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ring = async (argv: string) => {
    const lines: string[] = [];
    const run = { argv: argv.split(' '), dataDir, locale: 'en', print: (line: string) => lines.push(line) } as const;
    return { code: await runDemo(run), output: lines.join('\n') };
  };

  const importAtVapi = async (twilioAuthToken: string) => {
    const assistant = telephone.vapi.add('assistant', {
      firstMessage: 'Bonjour.',
      serverMessages: ['status-update', 'transcript[transcriptType="final"]'],
      server: { url: server.url, headers: { 'X-Vapi-Secret': 'secret' } },
    });
    const keys = { twilioAccountSid: telephone.accountSid, twilioAuthToken };
    return fetch(`${telephone.vapi.url}/phone-number`, {
      method: 'POST',
      headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'twilio', number, ...keys, assistantId: assistant.id, smsEnabled: false }),
    });
  };

  it('leads a number that Vapi has imported to Vapi, under Twilio’s id of the call', async () => {
    expect((await importAtVapi('token')).status).toBe(201);
    expect(telephone.twilio.findNumber(number)).toMatchObject({
      voice_url: 'https://api.vapi.ai/twilio/inbound_call',
      sms_url: '',
    });

    const { code, output } = await ring(`--ring ${number} --route vapi --speed fast`);
    expect(code).toBe(0);
    expect(output).toContain('Assistant: “Bonjour.”');
    const [call] = telephone.twilio.account.calls.list();
    expect(call).toMatchObject({ status: 'completed', to: number });
    expect(telephone.vapi.list('call')[0]).toMatchObject({ phoneCallProviderId: call?.sid });
    expect(Number(call?.duration)).toBeGreaterThan(10);
    expect(await ring(`--ring ${number} --route twilio --speed fast`)).toMatchObject({
      code: 1,
      output: expect.stringContaining('leads to Vapi') as string,
    });
  });

  it('lets nobody import by another token', async () => {
    expect((await importAtVapi('another')).status).toBe(400);
    expect(telephone.twilio.findNumber(number)?.voice_url).toContain('demo.twilio.com');
  });

  it('has the caller talk to a server that a number leads to', async () => {
    const own = new TwimlServer();
    await own.open();
    const asks = '<Gather input="speech" action="/end"><Say>Pour combien de personnes ?</Say></Gather>';
    own.answers['/incoming'] = () =>
      `<Response><Gather input="speech" action="/turn"><Say>Allô.</Say></Gather></Response>`;
    own.answers['/turn'] = () => `<Response>${asks}</Response>`;
    own.answers['/end'] = () => '<Response><Say>Au revoir.</Say><Hangup/></Response>';
    telephone.twilio.changeNumber(number, { voice_url: `${own.url}/incoming` });
    const { code, output } = await ring(`--ring ${number} --from +33699999999 --speed fast`);
    await own.close();

    expect(code).toBe(0);
    expect(output).toContain(`+33699999999 → ${number}`);
    expect(output).toContain('Assistant: “Pour combien de personnes ?”');
    expect(output).toContain('Dupont: “Nous serons quatre, à vingt heures.');
    expect(output).toContain('Assistant: “Au revoir.”');
    expect(output).toContain('completed');
    expect(await ring(`--ring ${number} --scenario taken`)).toMatchObject({
      code: 1,
      output: expect.stringContaining('only be played at Vapi') as string,
    });
  });

  it.each([
    ['a number that nobody has', '+33199999999', 'There are: +33123456789'],
    ['a number that nobody answers', number, 'No assistant answers'],
  ])('refuses %s, and says what to do', async (_, to, advice) => {
    const { code, output } = await ring(`--ring ${to} --speed fast`);
    expect(code).toBe(1);
    expect(output).toContain(advice);
  });

  it('finds its numbers again at the next start', async () => {
    await importAtVapi('token');
    await close();
    telephone = await open();
    expect(telephone.twilio.targetOf(number)).toMatchObject({ kind: 'vapi' });
    expect(await ring(`--ring ${number} --speed fast`)).toMatchObject({ code: 0 });
  });
});
