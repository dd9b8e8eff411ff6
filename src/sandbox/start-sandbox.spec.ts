import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxAccountTaken, SandboxFileDamaged } from './sandbox.errors.js';
import { startSandbox } from './start-sandbox.js';
import { FakeAgentBuilder, takeAccount, type Cut } from './testing/fake-agent-builder.js';
import { InstantClock } from './testing/instant-clock.js';
import { WebhookReceiver } from './testing/webhook-receiver.js';

describe('the first start of the sandbox', () => {
  let dataDir: string;
  let server: FakeAgentBuilder;
  let lines: string[];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
    server = new FakeAgentBuilder();
    lines = [];
    await server.start();
  });

  afterEach(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = (hasCalendar = false) =>
    startSandbox({
      baseUrl: server.url,
      dataDir,
      hasCalendar,
      log: (line) => lines.push(line),
      clock: new InstantClock(),
    });
  const state = () => JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8')) as Record<string, unknown>;

  it('makes the restaurant, its assistant and its endpoint, and plays one finished call', async () => {
    const access = await start();

    expect(access).toMatchObject({
      email: 'contact@legourmet.fr',
      query: expect.stringContaining('transcript') as string,
    });
    expect(server.accounts.get(access.email)).toBe(access.password);
    expect(server.assistants).toEqual([{ id: 'assistant_0', phoneNumber: '+33123456789' }]);
    expect(server.mutations).toEqual(['signUp', 'createVoiceAssistant', 'createWebhookEndpoint']);
    expect(server.events.filter((event) => event.includes('end-of-call-report'))).toHaveLength(1);
    expect(state()).toMatchObject({ firstCall: { completed: true }, baseUrl: server.url });
  });

  it('lets the assistant offer the tables of the calendar before the call is played, once', async () => {
    await start(true);
    await start(true);

    expect(server.mutations).toEqual([
      'signUp',
      'createVoiceAssistant',
      'offerEventTypes',
      'createWebhookEndpoint',
      'signIn',
    ]);
    expect(server.offers.get('assistant_0')).toEqual([101, 102, 103]);
  });

  it('lets the assistant of an earlier release offer them too, and leaves all else as it is', async () => {
    await start();
    const events = server.events;
    server.mutations.length = 0;

    await start(true);

    expect(server.mutations).toEqual(['signIn', 'offerEventTypes']);
    expect(server.offers.get('assistant_0')).toEqual([101, 102, 103]);
    expect(server.events).toEqual(events);
  });

  it('offers nothing for an assistant that its owner has deleted', async () => {
    await start();
    server.assistants.length = 0;

    await start(true);

    expect(server.offers.size).toBe(0);
    expect(server.assistants).toEqual([]);
  });

  it('plays a call that is over by now', async () => {
    await start();

    const times = server.events.map((event) => (JSON.parse(event) as { timestamp: number }).timestamp);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
    expect(Math.max(...times)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('keeps password and secret in a file that only its owner reads', async () => {
    const { password } = await start();

    expect(statSync(join(dataDir, 'sandbox.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['sandbox.json']);
    expect(state()).toMatchObject({ password, webhook: { secret: 'first' } });
    expect(lines.join()).not.toContain(password);
  });

  it('leaves no session open', async () => {
    await start();

    expect(server.openSessions.size).toBe(0);
  });

  it('does nothing the second time', async () => {
    const first = await start();
    const events = server.events;
    server.mutations.length = 0;
    lines.length = 0;

    expect(await start()).toEqual(first);
    expect(server.mutations).toEqual(['signIn']);
    expect(server.events).toEqual(events);
    expect(lines).toEqual([]);
  });

  it('is finished by the next start wherever it was cut off, with nothing made twice', async () => {
    await start();
    const requests = server.requests;
    const cuts = [1, 2, 3, 4, 5, 6, 30, requests - 2, requests - 1, requests].flatMap((request): Cut[] => [
      { request, when: 'before' },
      { request, when: 'after' },
    ]);

    for (const cut of cuts) {
      await server.stop();
      rmSync(join(dataDir, 'sandbox.json'), { force: true });
      server = new FakeAgentBuilder();
      await server.start();
      server.cut = cut;
      await start().catch(() => undefined);
      server.cut = undefined;

      await start();

      expect({ cut, accounts: server.accounts.size, assistants: server.assistants.length }).toEqual({
        cut,
        accounts: 1,
        assistants: 1,
      });
      expect(server.endpoints).toHaveLength(1);
      expect(server.events.filter((event) => event.includes('end-of-call-report'))).toHaveLength(1);
      expect(state()).toMatchObject({ firstCall: { completed: true } });
    }
  });

  it('sets everything up again in another database', async () => {
    await start();
    await server.stop();
    server = new FakeAgentBuilder();
    await server.start();

    const access = await start();

    expect(server.accounts.get(access.email)).toBe(access.password);
    expect(server.events.filter((event) => event.includes('end-of-call-report'))).toHaveLength(1);
  });

  it('makes a new endpoint when somebody has deleted the old one, and touches no other', async () => {
    await start();
    server.endpoints.splice(0, 1);
    server.endpoints.push({ id: 'endpoint_of_a_person', source: 'vapi', receiver: new WebhookReceiver('theirs') });

    await start();

    expect(server.mutations.filter((name) => name === 'rotateWebhookSecret')).toEqual([]);
    expect(server.endpoints).toHaveLength(2);
  });

  it('lets the visitor in even when the call is not finished in time', async () => {
    server.processesEvents = false;

    const { email } = await start();

    expect(email).toBe('contact@legourmet.fr');
    expect(lines.at(-1)).toContain('COMPLETED');
    expect(state()).toMatchObject({ firstCall: { completed: false } });

    server.processesEvents = true;
    await start();
    expect(state()).toMatchObject({ firstCall: { completed: true } });
  });

  it('says what to do about an account whose password is lost', async () => {
    takeAccount(server);

    await expect(start()).rejects.toThrow(SandboxAccountTaken);
  });

  it('says what to do about a damaged file, without printing it', async () => {
    writeFileSync(join(dataDir, 'sandbox.json'), '{ "password": "hidden"');

    await expect(start()).rejects.toThrow(SandboxFileDamaged);
  });
});
