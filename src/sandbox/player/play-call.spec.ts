import { Secret } from '../../kernel/config/index.js';
import { HttpClient } from '../../kernel/http/index.js';
import { scriptCall } from '../caller/call-script.js';
import { leGourmetLine } from '../le-gourmet-line.js';
import { ServerUnreachable, WebhookRefused } from '../sandbox.errors.js';
import { findScenario } from '../scenarios/scenarios.js';
import { InstantClock } from '../testing/instant-clock.js';
import { answerTools, serve, WebhookReceiver, type Answer, type LocalServer } from '../testing/webhook-receiver.js';
import { playCall, type PlayedEvent, type Speed } from './play-call.js';
import type { Proof } from './proof.js';
import { WebhookSender } from './webhook-sender.js';

const secret = 'the secret of this endpoint';

describe('playing a call', () => {
  const http = new HttpClient();
  let server: LocalServer | undefined;

  afterEach(() => server?.close());
  afterAll(() => http.onApplicationShutdown());

  const listen = async (answer?: ConstructorParameters<typeof WebhookReceiver>[1]) => {
    const receiver = new WebhookReceiver(secret, answer);
    server = await serve(({ headers }, raw) => receiver.take(headers, raw));
    return { receiver, url: server.url };
  };

  const play = async (
    url: string,
    options: { key?: string; speed?: Speed; proof?: Proof; clock?: InstantClock } = {},
  ) => {
    const { key = 'message-for-the-team', speed = 'fast', clock = new InstantClock() } = options;
    const proof = options.proof ?? { kind: 'secret', secret: new Secret(secret) };
    const scenario = findScenario(key);
    if (!scenario) throw new Error(`no scenario ${key}`);
    const played: PlayedEvent[] = [];
    const retries: (number | undefined)[] = [];
    const sender = new WebhookSender({ http, clock, url, proof, onRetry: ({ status }) => retries.push(status) });
    const script = scriptCall(scenario, { line: leGourmetLine(url), seed: 'player' });
    const call = await playCall(script, { sender, clock, speed, url, onEvent: (event) => played.push(event) });
    return { call, played, retries, script, clock };
  };

  it.each(['secret', 'bearer', 'hmac'] as const)('proves each message by %s', async (kind) => {
    const { receiver, url } = await listen();

    const { call, script } = await play(url, { proof: { kind, secret: new Secret(secret) } });

    expect(receiver.received.map(({ message }) => message.type)).toEqual(
      script.events.map((event) => event.write().message.type),
    );
    expect(call).toMatchObject({ sent: script.events.length, undelivered: 0 });
  });

  it('names the call in a header, as Vapi does', async () => {
    const { receiver, url } = await listen();

    const { script } = await play(url, { key: 'busy' });

    expect(receiver.received.map(({ headers }) => headers['x-call-id'])).toEqual(
      script.events.map(() => script.callId),
    );
  });

  it.each([
    'restaurant-reservation',
    'message-for-the-team',
    'taken',
    'transfer',
    'english-tourist',
    'lost-report',
    'legacy-names',
  ])('waits in %s for the answer of the tool, and goes on with it', async (key) => {
    const { receiver, url } = await listen();

    const { played } = await play(url, { key });

    expect(played.find(({ event }) => event.toolRequest)?.toolAnswer).toBe('Réponse du serveur.');
    expect(JSON.stringify(receiver.received.at(-1)?.message)).toContain('Réponse du serveur.');
  });

  it('hears no answer in a reply that is not exactly what Vapi reads', async () => {
    const replies: unknown[] = [
      { results: [{ toolCallId: 'another', result: 'x' }] },
      { results: 'x' },
      { results: [{ toolCallId: 'call_', result: { not: 'text' } }] },
      'text',
    ];
    for (const body of replies) {
      const { url } = await listen((message) =>
        message.type === 'tool-calls' ? { status: 200, body } : answerTools(message),
      );

      const { played } = await play(url);

      expect(played.find(({ event }) => event.toolRequest)?.toolAnswer).toBe('No result returned.');
      await server?.close();
    }
  });

  it('sends a message again, later each time, until it is taken', async () => {
    const failures: Answer[] = [500, 503, 429].map((status) => ({ status, body: {} }));
    const { receiver, url } = await listen((message, nth) => failures[nth - 1] ?? answerTools(message));

    const { call, retries, clock } = await play(url, { key: 'busy' });

    expect(retries).toEqual([500, 503, 429]);
    expect(clock.waits).toEqual([1000, 2000, 4000]);
    expect(call.undelivered).toBe(0);
    expect(new Set(receiver.received.slice(0, 4).map(({ message }) => JSON.stringify(message))).size).toBe(1);
  });

  it('gives a message up after three more attempts and goes on with the call', async () => {
    const { url } = await listen((message) => ({ status: message.status === 'ringing' ? 500 : 200, body: {} }));

    const { call, played } = await play(url, { key: 'busy' });

    expect(call.undelivered).toBe(1);
    expect(played.map(({ delivery }) => delivery.attempts)).toEqual([1, 4, 1, 1]);
  });

  it('does not repeat what the server will never take', async () => {
    const { receiver, url } = await listen((message) => ({
      status: message.status === 'ringing' ? 400 : 200,
      body: {},
    }));

    await play(url, { key: 'busy' });

    expect(receiver.received).toHaveLength(4);
  });

  it('stops at once when its secret is refused', async () => {
    const { receiver, url } = await listen();

    await expect(play(url, { proof: { kind: 'secret', secret: new Secret('another') } })).rejects.toThrow(
      WebhookRefused,
    );
    expect(receiver.received).toEqual([]);
  });

  it('says that nothing answers when nothing does', async () => {
    const { url } = await listen();
    await server?.close();

    await expect(play(url)).rejects.toThrow(ServerUnreachable);
  });

  it('keeps the pace of the call, or a multiple of it', async () => {
    const { url } = await listen();
    const waited = async (speed: Speed) => (await play(url, { speed })).clock.waits.reduce((sum, ms) => sum + ms, 0);
    const { script } = await play(url);

    expect(await waited(1)).toBeCloseTo(script.durationMs, 0);
    expect(await waited(5)).toBeCloseTo(script.durationMs / 5, 0);
    expect(await waited('fast')).toBe(0);
  });
});
