import WebSocket from 'ws';
import { keepBlameless } from '../support/blameless.js';
import { browserOf } from '../support/browser.js';
import { openWire, type Wire } from '../support/live-client.js';
import { signUp } from '../support/people.js';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';

const server = await startServer();
keepBlameless(server);
const owner = await signUp(server.client);

const init = () => ({ type: 'connection_init', payload: { authorization: `Bearer ${owner.accessToken}` } });
const callUpdated = 'subscription { callUpdated { vapiCallId status } }';
const toCalls = (id: string) => ({ type: 'subscribe', id, payload: { query: callUpdated } });

async function acknowledged(language = 'en'): Promise<Wire> {
  const wire = await openWire(server.url, { 'accept-language': language });
  wire.send(init());
  await until(() => wire.heard.some(({ type }) => type === 'connection_ack'));
  return wire;
}

describe('a WebSocket', () => {
  it.each<[string, unknown, number[]]>([
    ['without a token', { type: 'connection_init' }, [4401, 4403]],
    ['with a wrong token', { type: 'connection_init', payload: { authorization: 'Bearer x' } }, [4401, 4403]],
    ['with a token that is a list', { type: 'connection_init', payload: { authorization: ['x'] } }, [4401, 4403]],
    ['with nonsense', 'hello', [4400]],
    ['with a number', '7', [4400]],
    ['with null', 'null', [4400]],
    ['with a list', '[]', [4400]],
    ['with an unknown message', { type: 'hello' }, [4400]],
    [
      'with a deep nest',
      `{"type":"connection_init","payload":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      [4400, 4401, 4403],
    ],
    ['before saying who it is', toCalls('1'), [4401]],
    ['with more than 64 kB', { type: 'connection_init', payload: { pad: 'x'.repeat(70_000) } }, [1006, 1009]],
  ])('is closed when it comes %s', async (_, message, codes) => {
    const wire = await openWire(server.url);
    wire.send(message);
    expect(codes).toContain(await wire.closed);
  });

  it('is closed when it says nothing for five seconds', async () => {
    const wire = await openWire(server.url);
    expect(await wire.closed).toBe(4408);
  });

  it('is opened by a cookie only together with its CSRF token, so that no other site can', async () => {
    const { cookie, csrf } = await browserOf(server.client, owner);
    const evil = await openWire(server.url, { cookie, origin: 'https://evil.example' });
    evil.send({ type: 'connection_init' });
    expect([4401, 4403]).toContain(await evil.closed);
    const own = await openWire(server.url, { cookie });
    own.send({ type: 'connection_init', payload: { csrfToken: csrf } });
    await until(() => own.heard.some(({ type }) => type === 'connection_ack'));
    own.terminate();
  });

  it.each<[string, string[]]>([
    ['/', ['graphql-transport-ws']],
    ['/api/voice/calls', ['graphql-transport-ws']],
    ['/graphql', ['graphql-ws']],
    ['/graphql', []],
  ])('is not opened at another address or with another protocol: %s %j', async (path, protocols) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + path, protocols);
    const outcome = await new Promise<string>((resolve) => {
      socket.once('error', (error) => resolve(error.message));
      socket.once('close', (code) => resolve(`closed ${code}`));
    });
    expect(outcome).toMatch(/404|400|closed 4406|closed 1002|subprotocol/i);
  });

  it('carries fifty subscriptions and no more', async () => {
    const wire = await acknowledged('fr');
    for (let id = 0; id < 60; id += 1) wire.send(toCalls(String(id)));
    await until(() => wire.heard.filter(({ type }) => type === 'error').length >= 9);
    expect(JSON.stringify(wire.heard)).toContain('abonnements');
    wire.terminate();
  });

  it('is closed by an id used twice', async () => {
    const wire = await acknowledged();
    for (let turn = 0; turn < 2; turn += 1) wire.send(toCalls('1'));
    expect(await wire.closed).toBe(4409);
  });

  it.each<[string, object]>([
    ['no query', { payload: {} }],
    ['variables that are a list', { payload: { query: callUpdated, variables: [1] } }],
    ['an id that is a number', { id: 1, payload: { query: callUpdated } }],
  ])('is closed by a subscription of another form: %s', async (_, members) => {
    const wire = await acknowledged();
    wire.send({ type: 'subscribe', id: '1', ...members });
    expect(await wire.closed).toBe(4400);
  });

  it('does no harm when it breaks off in the middle', async () => {
    const wires = await Promise.all(Array.from({ length: 30 }, () => openWire(server.url)));
    for (const wire of wires) {
      wire.send(init());
      wire.send(toCalls('1'));
      wire.terminate();
    }
    await Promise.all(wires.map(({ closed }) => closed));
    await owner.client.ask('{ me { id } }');
  });
});

interface Told {
  message: string;
  extensions: { code: string; reason: string };
}

/** What speaks against a subscription comes as `error`; against its variables, with the first and last result. */
function errorsOf({ type, payload }: Wire['heard'][number]): Told[] {
  return type === 'error' ? (payload as Told[]) : ((payload as { errors?: Told[] }).errors ?? []);
}

describe('a subscription that cannot be', () => {
  const aliases = Array.from({ length: 5_000 }, (_, i) => `a${i}: id`).join(' ');
  const deep = `${'workspace { members { user { '.repeat(16)} id ${'} } }'.repeat(16)}`;
  const ofTranscript = 'subscription ($a: Int!) { transcriptAppended(callId: "x", afterPosition: $a) { text } }';

  it.each<[string, object]>([
    ['a query', { query: '{ me { id } }' }],
    ['a mutation', { query: 'mutation { signOut(refreshToken: "x") }' }],
    ['two root fields', { query: 'subscription { callUpdated { id } b: callUpdated { id } }' }],
    ['introspection', { query: 'subscription { __typename }' }],
    ['5,000 aliases', { query: `subscription { callUpdated { ${aliases} } }` }],
    ['depth 50', { query: `subscription { callUpdated { ${deep} } }` }],
    ['an unknown field', { query: 'subscription { callUpdated { idd } }' }],
    ['no GraphQL', { query: 'SELECT 1' }],
    ['an unknown variable', { query: 'subscription ($a: Nope) { callUpdated { id } }' }],
    ['a variable out of range', { query: ofTranscript, variables: { a: 2 ** 40 } }],
    ['a variable left out', { query: ofTranscript }],
  ])('is told so, and its WebSocket stays open: %s', async (_, payload) => {
    const wire = await acknowledged();
    wire.send({ type: 'subscribe', id: '1', payload });
    const refusal = await until(() => wire.heard.find(({ id }) => id === '1'));
    const [error] = errorsOf(refusal);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.message).not.toMatch(/did you mean|node_modules/i);
    wire.send({ type: 'ping' });
    await until(() => wire.heard.some(({ type }) => type === 'pong'));
    wire.terminate();
  });
});
