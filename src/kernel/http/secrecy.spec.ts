import { inspect } from 'node:util';
import { Secret } from '../config/index.js';
import { AppLogger } from '../observability/index.js';
import { AttemptRecord } from './attempt-record.js';
import { failureOf } from './failure-of.js';
import { HttpClient } from './http-client.js';
import type { HttpTarget } from './http-request.js';
import { UpstreamRefused } from './http.errors.js';
import { factsOf, prepareCall } from './prepared-call.js';
import { textReply } from './reply-reader.js';
import { localServer, type Answer, type LocalServer } from './testing/local-server.js';

const canary = 'canary"7f3a/Zq+0';
const forms = [canary, encodeURIComponent(canary), '7f3a/Zq'];

describe('the secrets of a request', () => {
  const lines: string[] = [];
  const log = new AppLogger({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } });
  const client = new HttpClient({ observer: new AttemptRecord(log) });
  let server: LocalServer | undefined;

  /** A platform that repeats all it was sent, as debugging pages do. */
  const parrot =
    (status: number): Answer =>
    (response, request) => {
      const text = JSON.stringify({ ...request, decoded: decodeURIComponent(request.url) });
      response.writeHead(status, { 'x-echo': encodeURIComponent(text) }).end(text + canary);
    };
  const told = async (answer: Answer, retries = 0): Promise<unknown> => {
    server = await localServer(answer);
    const basic = Buffer.from(`user:${canary}`).toString('base64');
    const target: HttpTarget = {
      name: 'parrot',
      baseUrl: server.url,
      hostFrom: 'operator',
      headers: { authorization: new Secret(`Basic ${basic}`), 'x-key': new Secret(canary.replace('"', '')) },
    };
    const query = { token: new Secret(canary), plain: 'visible' };
    const body = { json: { password: new Secret(canary) } };
    return client
      .request(target, { method: 'PUT', path: '/echo', query, body, reply: textReply, retries, timeoutMs: 2000 })
      .then(
        () => 'no failure',
        (error: unknown) => error,
      );
  };

  afterEach(() => server?.close());
  afterAll(() => client.onApplicationShutdown());

  it.each([
    ['refuses', parrot(422)],
    ['rejects the credentials', parrot(401)],
    ['limits the rate', parrot(429)],
    ['fails', parrot(500)],
    ['redirects', parrot(302)],
    ['breaks the connection', ((response) => response.destroy()) satisfies Answer],
    ['answers nonsense', ((response, request) => response.socket?.end(`nonsense ${request.body}`)) satisfies Answer],
  ] satisfies [string, Answer][])('do not show when the platform %s', async (_, answer) => {
    const error = await told(answer);
    expect(error).toBeInstanceOf(Error);
    log.error('test.failed', { error });
    const words = error instanceof UpstreamRefused ? error.replyText() : '';
    const logged = [inspect(error, { depth: 10, showHidden: true }), JSON.stringify(error), ...lines].join('\n');
    for (const form of forms) expect(logged + words).not.toContain(form);
    // Nothing of the query is logged, secret or not.
    expect(logged).not.toContain('visible');
  });

  it('do not show in what a library says of the failure', () => {
    const target: HttpTarget = { name: 'x', baseUrl: 'https://x.example', hostFrom: 'user' };
    const headers = { authorization: new Secret(`Bearer ${canary}`) };
    const call = prepareCall(target, { headers, reply: textReply });
    const circumstances = { facts: factsOf(call, 1), timedOut: false };
    const failure = failureOf(new Error(`cannot send "${canary}"`), call, circumstances);
    expect(inspect(failure, { depth: 10 })).toContain('cannot send');
    for (const form of forms) expect(inspect(failure, { depth: 10 })).not.toContain(form);
  });

  it('are blacked out in the words of the platform, the rest is legible', async () => {
    const error = (await told(parrot(422))) as UpstreamRefused;
    expect(error.replyText()).toContain('"method":"PUT"');
    expect(error.replyText()).toContain('plain=visible');
  });
});
