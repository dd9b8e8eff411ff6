import { getEventListeners } from 'node:events';
import { Config } from '../../../../kernel/config/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../../../kernel/context/index.js';
import { HttpClient } from '../../../../kernel/http/index.js';
import { json, localServer, type Answer, type LocalServer } from '../../../../kernel/http/testing/local-server.js';
import type { AssistantOwners, VoiceAssistants } from '../../../assistants/voice-assistants.js';
import { VapiOwners } from '../vapi-owners.js';
import { DeploymentCallReader } from './deployment-call-reader.js';

const apiKey = 'the-private-key-of-the-account';
const [ours, theirs] = [uuidv7(), uuidv7()];
const ourWorkspace = systemContext({ actor: 'test', workspaceId: ours });
const callId = uuidv7();
const stalled: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"id":');
};

class ImpatientReader extends DeploymentCallReader {
  protected override readonly timeoutMs = 100;
}

const http = new HttpClient();
let server: LocalServer;
afterEach(() => server.close());
afterAll(() => http.onApplicationShutdown());

/** Everything that another module's assistants would say. */
const assistants = {
  ownersOf: (): Promise<AssistantOwners> =>
    Promise.resolve({
      byAssistant: new Map([
        ['assistant-ours', { workspaceId: ours, assistantId: 'a' }],
        ['assistant-theirs', { workspaceId: theirs, assistantId: 'b' }],
      ]),
      byPhoneNumber: new Map(),
    }),
} as unknown as VoiceAssistants;

async function readerOf(answer: Answer, Reader = DeploymentCallReader): Promise<DeploymentCallReader> {
  server = await localServer(answer);
  const config = Config.read({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://unused',
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    VAPI_BASE_URL: `${server.url}/v1`,
    VAPI_API_KEY: apiKey,
  });
  return new Reader(config, http, new VapiOwners(assistants));
}

function failureOf(reader: DeploymentCallReader, ctx: RequestContext = ourWorkspace): Promise<unknown> {
  const { signal } = new AbortController();
  return reader.read(ctx, callId, signal).catch((error: unknown) => error);
}

describe('the deployment’s account, asked for a call', () => {
  it('gives the call as it is, members of tomorrow included', async () => {
    const call = { id: callId, status: 'ended', tomorrow: { a: [1] } };
    const reader = await readerOf(json(200, call));
    expect(await reader.read(ourWorkspace, callId, new AbortController().signal)).toEqual(call);
    expect(server.received).toMatchObject([
      { method: 'GET', url: `/v1/call/${callId}`, headers: { authorization: `Bearer ${apiKey}` } },
    ]);
  });

  it.each([
    [400, { kind: 'invalid_input' }],
    [401, { kind: 'credential_rejected' }],
    [403, { kind: 'credential_rejected' }],
    [404, { kind: 'not_found' }],
    [429, { kind: 'rate_limited' }],
    [500, { kind: 'upstream_unavailable' }],
    [503, { kind: 'upstream_unavailable' }],
  ])('asks once when it answers %i, and repeats nothing of what it says', async (status, expected) => {
    const reader = await readerOf(json(status, { statusCode: status, message: 'CANARY +33612345678' }));
    const error = await failureOf(reader);
    expect(error).toMatchObject(expected);
    expect(server.received).toHaveLength(1);
    expect(toldBy(error)).not.toMatch(/CANARY|private-key/);
  });

  it.each<[string, Answer]>([
    ['no JSON', (response) => response.writeHead(200).end('CANARY <html>')],
    ['nothing', (response) => response.writeHead(200).end()],
    ['another call', json(200, { id: uuidv7(), canary: 'CANARY' })],
    ['a list', json(200, [{ id: callId }])],
    ['a redirect', (response) => response.writeHead(302, { location: '/v1/call/other' }).end()],
    ['more than a call can have', (response) => response.writeHead(200).end(Buffer.alloc(11 * 1024 * 1024, ' '))],
    [
      'half an answer',
      (response) => response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
    ],
  ])('takes %s for no answer', async (_, answer) => {
    const error = await failureOf(await readerOf(answer));
    expect(error).toMatchObject({ kind: 'upstream_unavailable' });
    expect(toldBy(error)).not.toMatch(/CANARY|private-key/);
  });

  it('does not wait for a body that stalls', async () => {
    expect(await failureOf(await readerOf(stalled, ImpatientReader))).toMatchObject({ reason: 'HTTP.TIMED_OUT' });
  });

  it('gives up at once when the process ends', async () => {
    const ending = new AbortController();
    const reader = await readerOf((response, request) => {
      stalled(response, request);
      ending.abort(new Error('The process ends.'));
    });
    await expect(reader.read(ourWorkspace, callId, ending.signal)).rejects.toThrow('The process ends.');
  });

  it('leaves nothing behind on the signal, however often it is asked', async () => {
    const life = new AbortController();
    const reader = await readerOf(json(200, { id: callId }));
    for (let times = 0; times < 30; times += 1) await reader.read(ourWorkspace, callId, life.signal);
    expect(getEventListeners(life.signal, 'abort')).toHaveLength(0);
  });

  it('tells no workspace of a call that another one’s assistant took', async () => {
    const reader = await readerOf(json(200, { id: callId, assistantId: 'assistant-theirs' }));
    expect(await failureOf(reader)).toMatchObject({ kind: 'not_found', reason: 'VOICE.VAPI_CALL_ELSEWHERE' });
  });

  it.each([
    ['its own assistant took', ourWorkspace, 'assistant-ours'],
    ['nobody’s assistant took', ourWorkspace, 'assistant-of-nobody'],
    ['was nobody’s when it came in', systemContext({ actor: 'test' }), 'assistant-theirs'],
  ])('tells a workspace of a call that %s', async (_, ctx, assistantId) => {
    const reader = await readerOf(json(200, { id: callId, assistantId }));
    expect(await failureOf(reader, ctx)).toMatchObject({ id: callId });
  });
});

/** Everything that a log could make of an error. */
function toldBy(error: unknown): string {
  const { message, stack, cause, meta } = error as Error & { meta?: unknown };
  return JSON.stringify([error, message, stack, meta]) + (cause === undefined ? '' : toldBy(cause));
}
