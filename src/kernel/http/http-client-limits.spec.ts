import { performance } from 'node:perf_hooks';
import { HttpClient } from './http-client.js';
import { HttpFailure } from './http.errors.js';
import type { HttpRequest, HttpTarget } from './http-request.js';
import { bytesReply } from './reply-reader.js';
import { localServer, type Answer, type LocalServer } from './testing/local-server.js';

const silent: Answer = () => undefined;
const endless: Answer = (response) => {
  response.writeHead(200);
  const more = () => response.write('x'.repeat(64));
  const dripping = setInterval(more, 5);
  response.on('close', () => clearInterval(dripping));
};
const megabytes =
  (count: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, headers);
    for (let index = 0; index < count; index += 1) response.write(Buffer.alloc(1024 * 1024));
    response.end();
  };

describe('HttpClient, bounded', () => {
  const client = new HttpClient();
  let server: LocalServer;

  const serve = async (answer: Answer): Promise<HttpTarget> => {
    server = await localServer(answer);
    return { name: 'slow', baseUrl: server.url, hostFrom: 'operator' };
  };
  const failure = (target: HttpTarget, request: Partial<HttpRequest<Buffer>>): Promise<unknown> =>
    client.request(target, { reply: bytesReply, ...request }).then(
      () => 'no failure',
      (error: unknown) => error,
    );

  afterEach(() => server.close());
  afterAll(() => client.onApplicationShutdown());

  it.each([
    ['never answers', silent],
    ['never ends', endless],
  ])('does not wait for a server that %s', async (_, answer) => {
    const target = await serve(answer);
    const start = performance.now();
    const error = await failure(target, { timeoutMs: 80 });
    expect(performance.now() - start).toBeLessThan(1500);
    expect(error).toMatchObject({ reason: 'HTTP.TIMED_OUT', kind: 'upstream_unavailable', retryable: true });
  });

  it('does not know the outcome of a write that timed out', async () => {
    const error = await failure(await serve(silent), { method: 'POST', timeoutMs: 50 });
    expect(error).toMatchObject({ reason: 'HTTP.TIMED_OUT', outcomeUnknown: true, retryable: false });
  });

  it('has one deadline for all attempts', async () => {
    const target = await serve((response) => setTimeout(() => response.writeHead(503).end(), 60));
    await failure(target, { timeoutMs: 100, retries: 50 });
    expect(server.received.length).toBeLessThanOrEqual(2);
  });

  it('drops a reply that grows too large, and the connection with it', async () => {
    const closed = new Promise((resolve) => {
      void serve((response) => {
        response.on('close', () => resolve('closed'));
        endless(response, { method: '', url: '', headers: {}, body: '' });
      }).then(async (target) => {
        const error = await failure(target, { maxReplyBytes: 200 });
        expect(error).toMatchObject({ reason: 'HTTP.REPLY_TOO_LARGE', retryable: false });
      });
    });
    await expect(closed).resolves.toBe('closed');
  });

  it('accepts a reply of exactly the limit', async () => {
    const target = await serve(megabytes(1));
    const { body } = await client.request(target, { reply: bytesReply, maxReplyBytes: 1024 * 1024 });
    expect(body).toHaveLength(1024 * 1024);
    expect(await failure(target, { maxReplyBytes: 1024 * 1024 - 1 })).toMatchObject({ reason: 'HTTP.REPLY_TOO_LARGE' });
  });

  it('refuses over ten megabytes unless told otherwise', async () => {
    const target = await serve(megabytes(11));
    expect(await failure(target, {})).toMatchObject({ reason: 'HTTP.REPLY_TOO_LARGE' });
  });

  it.each(['GET', 'POST'] as const)('gives up a %s when its caller does, with the caller’s reason', async (method) => {
    const controller = new AbortController();
    const target = await serve(() => controller.abort(new Error('the caller hung up')));
    const error = await failure(target, { method, signal: controller.signal });
    expect(error).toEqual(new Error('the caller hung up'));
    expect(error).not.toBeInstanceOf(HttpFailure);
    expect(server.received).toHaveLength(1);
  });

  it('sends nothing for a caller that gave up before', async () => {
    const target = await serve(silent);
    const error = await failure(target, { signal: AbortSignal.abort(new Error('too late')) });
    expect(error).toEqual(new Error('too late'));
    expect(server.received).toHaveLength(0);
  });

  it('keeps nothing on a signal that outlives it', async () => {
    const target = await serve((response) => response.end());
    const controller = new AbortController();
    const added = new Set<unknown>();
    const { addEventListener, removeEventListener } = AbortSignal.prototype;
    const signal = controller.signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      added.add(args[1]);
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      added.delete(args[1]);
      removeEventListener.apply(signal, args);
    };
    await client.request(target, { reply: bytesReply, signal });
    expect(added.size).toBe(0);
  });
});
