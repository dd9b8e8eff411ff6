import { Config } from '../../../kernel/config/index.js';
import { systemContext } from '../../../kernel/context/index.js';
import { HttpClient } from '../../../kernel/http/index.js';
import { json, localServer, type Answer } from '../../../kernel/http/testing/local-server.js';
import type { CallsService } from '../calls.service.js';
import { Recordings } from './recordings.js';

const ctx = systemContext({ actor: 'test' });
const sound: Answer = (response) => response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound');
const redirect =
  (to: string): Answer =>
  (response) =>
    response.writeHead(302, { location: to }).end();

async function fetchFrom(
  answers: [Answer, ...Answer[]],
  call: object = { hasRecording: true, vapiCallId: 'call/1' },
  env: object = { VAPI_API_KEY: 'key-1' },
) {
  const server = await localServer(...answers);
  const http = new HttpClient();
  const config = Config.read({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://unused',
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    VAPI_BASE_URL: server.url,
    ...env,
  });
  const calls = { get: () => Promise.resolve(call) } as unknown as CallsService;
  try {
    const recording = await new Recordings(calls, http, config).fetch(ctx, 'id').catch((error: unknown) => error);
    return { recording, received: server.received };
  } finally {
    await Promise.all([http.onApplicationShutdown(), server.close()]);
  }
}

describe('a recording', () => {
  it('is fetched from Vapi with the key, by the signed address that Vapi gives', async () => {
    const { recording, received } = await fetchFrom([redirect('/signed?s=1'), sound]);
    expect(recording).toEqual({ bytes: Buffer.from('sound'), contentType: 'audio/mpeg' });
    expect(received.map(({ url }) => url)).toEqual(['/call/call%2F1/mono-recording', '/signed?s=1']);
    expect(received[0]?.headers.authorization).toBe('Bearer key-1');
  });

  it.each([
    ['an address inside our network', redirect('http://127.0.0.1:1/signed')],
    ['what is no sound', json(200, { message: 'hello' })],
    ['a refused key', json(401, {})],
  ])('is unavailable when Vapi answers with %s', async (_, answer) => {
    const { recording } = await fetchFrom([answer]);
    expect(recording).toMatchObject({ reason: 'VOICE.RECORDING_UNAVAILABLE' });
  });

  it('is absent when Vapi has it no more, and when there was none', async () => {
    expect((await fetchFrom([json(404, {})])).recording).toMatchObject({ reason: 'VOICE.RECORDING_ABSENT' });
    const none = await fetchFrom([sound], { hasRecording: false, vapiCallId: 'x' });
    expect(none.recording).toMatchObject({ reason: 'VOICE.RECORDING_ABSENT' });
    expect(none.received).toEqual([]);
  });

  it('is unavailable without an account', async () => {
    expect((await fetchFrom([sound], undefined, {})).recording).toMatchObject({
      reason: 'VOICE.RECORDING_UNAVAILABLE',
    });
  });
});
