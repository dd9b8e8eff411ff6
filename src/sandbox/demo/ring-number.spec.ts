import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlayedVapi } from '../played-vapi.js';
import { serve, WebhookReceiver, type LocalServer } from '../testing/webhook-receiver.js';
import type { VapiStandIn } from '../vapi/vapi-stand-in.js';
import { runDemo } from './run-demo.js';

const number = '+33123456789';

describe('npm run demo -- --ring', () => {
  let dataDir: string;
  let server: LocalServer;
  let receiver: WebhookReceiver;
  let vapi: VapiStandIn;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ring-'));
    receiver = new WebhookReceiver('secret');
    server = await serve(({ headers }, raw) => receiver.take(headers, raw));
    vapi = await openPlayedVapi({ dataDir, apiKey: 'key' });
    const assistant = vapi.add('assistant', {
      firstMessage: 'Bonjour.',
      serverMessages: ['status-update', 'transcript[transcriptType="final"]'],
      server: { url: server.url, headers: { 'X-Vapi-Secret': 'secret' } },
    });
    const line = { provider: 'twilio', twilioAccountSid: 'AC1', twilioAuthToken: 't' };
    vapi.add('phone-number', { ...line, number, assistantId: assistant.id });
    vapi.add('phone-number', { ...line, number: '+33123456780' });
  });

  afterEach(async () => {
    await vapi.close();
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const demo = async (argv: string) => {
    const lines: string[] = [];
    const run = { argv: argv.split(' '), dataDir, locale: 'en', print: (line: string) => lines.push(line) } as const;
    return { code: await runDemo(run), output: lines.join('\n') };
  };

  it('rings the number and tells the call line by line', async () => {
    const { code, output } = await demo(
      `--ring ${number} --from +33612000000 --scenario angry-caller-hangs-up --speed fast`,
    );

    expect(code).toBe(0);
    expect(output).toContain(`angry-caller-hangs-up: +33612000000 → ${number}`);
    expect(output).toContain('Assistant: “Bonjour.”');
    expect(output).toContain('webhooks, all delivered.');
    expect(receiver.received[0]?.message).toMatchObject({ assistant: { metadata: { sandbox: true } } });
  });

  it.each([
    ['a number that is not there', '--ring +33199999999', `It has: +33123456780, ${number}.`],
    ['a number that nobody answers', '--ring +33123456780', 'No assistant answers +33123456780'],
    ['a call that goes the other way', `--ring ${number} --scenario voicemail`, 'the call goes the other way'],
    ['what is no number', '--ring here', '--ring is a number with its country'],
    ['a route that there is not', `--ring ${number} --route pigeon`, '--route is vapi'],
    ['a caller who rings nobody', '--from +33612000000', '--from and --route go with --ring'],
  ])('refuses %s, and says what to do', async (_, argv, advice) => {
    const { code, output } = await demo(`${argv} --speed fast`);

    expect(code).toBe(1);
    expect(output).toContain(advice);
  });

  it('says how to start the server where it does not run, or has never run', async () => {
    await vapi.close();
    const stopped = await demo(`--ring ${number}`);
    rmSync(join(dataDir, 'sandbox-vapi-address.json'));
    const never = await demo(`--ring ${number}`);

    expect([stopped, never].map(({ code }) => code)).toEqual([1, 1]);
    for (const { output } of [stopped, never]) expect(output).toContain('Start the server with npm start');
  });
});
