import { createHmac, randomUUID } from 'node:crypto';
import { sendText } from '../support/answers.js';
import { keepBlameless } from '../support/blameless.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { rowCounts } from '../support/every-row.js';
import { signUp, type Person } from '../support/people.js';
import { endpointOf, PlayedCall, type Endpoint } from '../support/played-call.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';

const server = await startServer();
keepBlameless(server);
const victim = await signUp(server.client);
const attacker = await signUp(server.client);

const eventOf = (members: object = {}) =>
  JSON.stringify({ message: { type: 'status-update', status: 'ringing', call: { id: randomUUID() }, ...members } });

/** In both languages, like for every other stranger, and nothing stays behind. */
async function expectTurnedAway(headers: Record<string, string>, path: string, body = eventOf()): Promise<void> {
  const { webhook_events: before } = await rowCounts(server.databaseUrl);
  for (const language of ['fr', 'en']) {
    const sender = server.client.with({ ...headers, 'accept-language': language });
    const answer = await sendText(sender, `POST ${path}`, body);
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([401]);
    expect(answer.errors[0]?.reason).toBe('WEBHOOKS.PROOF_REFUSED');
  }
  expect((await rowCounts(server.databaseUrl)).webhook_events).toBe(before);
}

const vapiSecret = (secret: string) => ({ 'x-vapi-secret': secret });
const routes = ['/api/v1/webhooks/vapi', '/api/vapi/webhook'];

describe('a secret', () => {
  it.each(routes)('opens the endpoint that it was made for and no other: %s', async (route) => {
    const [own, foreign] = [await endpointOf(attacker.client), await endpointOf(victim.client)];
    const at = ({ path }: Endpoint) => `${route}/${path.split('/').at(-1) ?? ''}`;
    await expectTurnedAway(vapiSecret(own.secret), at(foreign));
    await expectTurnedAway(vapiSecret(own.secret), route);
    await expectTurnedAway(vapiSecret(server.vapiSecret), at(own));
    await expectTurnedAway(vapiSecret(own.secret.toUpperCase()), at(own));
    const right = await sendText(server.client.with(vapiSecret(own.secret)), `POST ${at(own)}`, eventOf());
    expect(right.status).toBe(200);
  });

  it('opens nothing once its endpoint is deleted', async () => {
    const { path, secret } = await endpointOf(attacker.client);
    const { webhookEndpoints } = await attacker.client.ask<{ webhookEndpoints: { id: string; url: string }[] }>(
      '{ webhookEndpoints { id url } }',
    );
    const { id } = webhookEndpoints.find(({ url }) => url.endsWith(path)) ?? {};
    const remove = 'mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) }';
    expect((await victim.client.refusal(remove, { id })).code).toBe('NOT_FOUND');
    await attacker.client.ask(remove, { id });
    // A process may go by what it read five seconds ago, but has read nothing of this one.
    await expectTurnedAway(vapiSecret(secret), path);
  });
});

describe('a signature', () => {
  const settings = { algorithm: 'sha512', encoding: 'base64', signaturePrefix: 'v1=', signatureHeader: 'x-signed' };
  const sign = (
    secret: string,
    text: string,
    [algorithm, encoding]: readonly ['sha512' | 'sha256', 'base64' | 'hex'],
  ) => createHmac(algorithm, secret).update(text).digest(encoding);
  const agreed = ['sha512', 'base64'] as const;
  let endpoint: Endpoint;

  beforeAll(async () => {
    endpoint = await endpointOf(attacker.client, settings);
  });

  it('is accepted as agreed', async () => {
    const [body, now] = [eventOf(), String(Date.now())];
    const signed = `v1=${sign(endpoint.secret, `${now}.${body}`, agreed)}`;
    const sender = server.client.with({ 'x-signed': signed, 'x-timestamp': now });
    expect((await sendText(sender, `POST ${endpoint.path}`, body)).status).toBe(200);
  });

  const now = String(Date.now());
  const body = eventOf();
  const good = (secret: string) => sign(secret, `${now}.${body}`, agreed);

  it.each<[string, (secret: string) => Record<string, string>]>([
    ['none', () => ({ 'x-timestamp': now })],
    ['an empty one', () => ({ 'x-signed': '', 'x-timestamp': now })],
    ['nothing but the prefix', () => ({ 'x-signed': 'v1=', 'x-timestamp': now })],
    ['one without the prefix', (secret) => ({ 'x-signed': good(secret), 'x-timestamp': now })],
    ['one in another header', (secret) => ({ 'x-signature': `v1=${good(secret)}`, 'x-timestamp': now })],
    ['a truncated one', (secret) => ({ 'x-signed': `v1=${good(secret).slice(0, -8)}`, 'x-timestamp': now })],
    ['a longer one', (secret) => ({ 'x-signed': `v1=${good(secret)}AAAA`, 'x-timestamp': now })],
    [
      'one by another algorithm',
      (secret) => ({ 'x-signed': `v1=${sign(secret, `${now}.${body}`, ['sha256', 'base64'])}`, 'x-timestamp': now }),
    ],
    [
      'one in another encoding',
      (secret) => ({ 'x-signed': `v1=${sign(secret, `${now}.${body}`, ['sha512', 'hex'])}`, 'x-timestamp': now }),
    ],
    ['one without its time', (secret) => ({ 'x-signed': `v1=${good(secret)}` })],
    ['one of another time', (secret) => ({ 'x-signed': `v1=${good(secret)}`, 'x-timestamp': String(Number(now) + 1) })],
    ['one of no time', (secret) => ({ 'x-signed': `v1=${sign(secret, `x.${body}`, agreed)}`, 'x-timestamp': 'x' })],
    ['one over the body alone', (secret) => ({ 'x-signed': `v1=${sign(secret, body, agreed)}`, 'x-timestamp': now })],
    [
      'one over the same JSON written differently',
      (secret) => ({
        'x-signed': `v1=${sign(secret, `${now}.${JSON.stringify(JSON.parse(body), null, 1)}`, agreed)}`,
        'x-timestamp': now,
      }),
    ],
    ['the empty secret’s', () => ({ 'x-signed': `v1=${good('')}`, 'x-timestamp': now })],
  ])('is refused: %s', async (_, headers) => {
    await expectTurnedAway(headers(endpoint.secret), endpoint.path, body);
  });
});

describe('an event that names what is somebody else’s', () => {
  const number = '+33123456780';
  const ask = `query { calls(first: 100) { nodes { id vapiCallId status assistant { id } contact { id } transcript { text } } } }`;
  interface CallView {
    vapiCallId: string;
    status: string;
    assistant: { id: string } | null;
    transcript: { text: string }[];
  }

  const callsOf = async ({ client }: Person) => (await client.ask<{ calls: { nodes: CallView[] } }>(ask)).calls.nodes;

  it('stays with the endpoint that it came to', async () => {
    const create =
      'mutation ($n: PhoneNumber!) { createVoiceAssistant(input: { context: "x", phoneNumber: $n }) { id } }';
    const { createVoiceAssistant: assistant } = await victim.client.ask<{ createVoiceAssistant: { id: string } }>(
      create,
      { n: number },
    );
    const call = new PlayedCall(await endpointOf(victim.client));
    await call.status(server.url, 'in-progress');
    await call.say(server.url, 'Bonjour.');
    await call.recorded(victim.client);
    const before = await until(async () => (await callsOf(victim)).find(({ transcript }) => transcript.length > 0));

    const { path, secret } = await endpointOf(attacker.client);
    const sender = server.client.with(vapiSecret(secret));
    const named = {
      call: { id: call.id, type: 'inboundPhoneCall', assistantId: assistant.id, workspaceId: victim.workspaceId },
      phoneNumber: { id: 'x', number },
      assistant: { id: assistant.id, metadata: { workspaceId: victim.workspaceId } },
      workspaceId: victim.workspaceId,
    };
    for (const members of [
      { type: 'status-update', status: 'ended', endedReason: 'customer-ended-call' },
      { type: 'transcript', transcriptType: 'final', role: 'user', transcript: 'Un intrus.' },
      { type: 'end-of-call-report', endedReason: 'customer-ended-call', artifact: { messages: [] } },
    ]) {
      const answer = await sendText(sender, `POST ${path}`, eventOf({ ...named, ...members }));
      expect(answer.status).toBe(200);
    }
    const taken = await until(async () => (await callsOf(attacker)).find(({ status }) => status === 'COMPLETED'));
    expect([taken.vapiCallId, taken.assistant]).toEqual([call.id, null]);
    expect(await callsOf(victim)).toEqual([before]);
  });
});
