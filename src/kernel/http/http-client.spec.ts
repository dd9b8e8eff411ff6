import { z } from 'zod';
import { Secret } from '../config/index.js';
import { HttpClient } from './http-client.js';
import type { HttpAttempt } from './http-observer.js';
import type { HttpRequest, HttpTarget } from './http-request.js';
import {
  CredentialRejected,
  HttpFailure,
  ReplyRefused,
  UpstreamRateLimited,
  type UpstreamRefused,
  UpstreamUnavailable,
} from './http.errors.js';
import { bytesReply, jsonReply, noReply, textReply } from './reply-reader.js';
import { route } from './request-url.js';
import { InstantTimer } from './testing/instant-timer.js';
import { json, localServer, type Answer, type LocalServer } from './testing/local-server.js';

const reply = jsonReply(z.object({ id: z.string() }));
const ok = json(200, { id: 'c1', extra: true });

describe('HttpClient', () => {
  const timer = new InstantTimer();
  const attempts: HttpAttempt[] = [];
  const client = new HttpClient({ timer, observer: { attemptEnded: (attempt) => attempts.push(attempt) } });
  let server: LocalServer;

  const serve = async (...answers: [Answer, ...Answer[]]): Promise<HttpTarget> => {
    server = await localServer(...answers);
    return { name: 'vapi', baseUrl: server.url, hostFrom: 'operator' };
  };
  const failure = async <T>(target: HttpTarget, request: HttpRequest<T>): Promise<HttpFailure> => {
    const error: unknown = await client.request(target, request).catch((reason: unknown) => reason);
    if (error instanceof HttpFailure) return error;
    throw new Error(`Expected a failure, got ${String(error)}`);
  };

  beforeEach(() => {
    timer.waits.length = 0;
    attempts.length = 0;
  });
  afterEach(() => server.close());
  afterAll(() => client.onApplicationShutdown());

  it('gives back what the schema names, typed', async () => {
    const target = await serve(ok);
    const { status, body, attempts: count, headers } = await client.request(target, { path: '/call/c1', reply });
    expect({ status, body, count }).toEqual({ status: 200, body: { id: 'c1' }, count: 1 });
    expect(headers['content-type']).toBe('application/json');
    expect(server.received[0]).toMatchObject({ method: 'GET', url: '/call/c1' });
  });

  it('sends JSON, headers, query and secrets as their values', async () => {
    const target = { ...(await serve(ok)), headers: { Authorization: new Secret('Bearer t0ken-t0ken') } };
    await client.request(target, {
      method: 'POST',
      path: route`/call/${'a/b?c'}`,
      query: { limit: 10, tag: ['x', 'y z'], none: undefined, key: new Secret('k3y') },
      headers: { 'X-Extra': '1' },
      body: { json: { clientSecret: new Secret('s3cret'), nested: [{ at: new Date(0) }] } },
      reply,
    });
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      url: '/call/a%2Fb%3Fc?limit=10&tag=x&tag=y+z&key=k3y',
      headers: { authorization: 'Bearer t0ken-t0ken', 'x-extra': '1', 'content-type': 'application/json' },
      body: '{"clientSecret":"s3cret","nested":[{"at":"1970-01-01T00:00:00.000Z"}]}',
    });
  });

  it('sends forms and bytes', async () => {
    const target = await serve(ok);
    await client.request(target, { method: 'POST', body: { form: { a: '1', b: new Secret('x y') } }, reply });
    await client.request(target, {
      method: 'POST',
      body: { bytes: Buffer.from('RIFF'), contentType: 'audio/wav' },
      reply,
    });
    expect(server.received.map(({ body, headers }) => [headers['content-type'], body])).toEqual([
      ['application/x-www-form-urlencoded', 'a=1&b=x+y'],
      ['audio/wav', 'RIFF'],
    ]);
  });

  it('reads text, bytes and nothing', async () => {
    const target = await serve((response) => response.writeHead(200).end('héllo'));
    expect((await client.request(target, { reply: textReply })).body).toBe('héllo');
    expect((await client.request(target, { reply: bytesReply })).body).toEqual(Buffer.from('héllo'));
    expect((await client.request(target, { method: 'DELETE', reply: noReply })).body).toBeUndefined();
  });

  describe('trying again', () => {
    it('reads again after a failure of the platform, with growing pauses', async () => {
      const target = await serve(json(503, {}), json(500, {}), ok);
      const { attempts: count } = await client.request(target, { reply });
      expect(count).toBe(3);
      expect(timer.waits).toEqual([250, 500]);
    });

    it('gives up after the retries it has', async () => {
      const error = await failure(await serve(json(500, {})), { retries: 1, reply });
      expect(error).toMatchObject({
        kind: 'upstream_unavailable',
        reason: 'HTTP.FAILED',
        retryable: true,
        status: 500,
      });
      expect(server.received).toHaveLength(2);
    });

    it('waits as long as the platform asks', async () => {
      const target = await serve(json(429, {}, { 'retry-after': '3' }), ok);
      await client.request(target, { reply });
      expect(timer.waits).toEqual([3250]);
    });

    it('does not wait beyond its deadline, and says when to come back', async () => {
      const target = await serve(json(429, {}, { 'retry-after': '60' }));
      const error = await failure(target, { timeoutMs: 30_000, reply });
      expect(error).toBeInstanceOf(UpstreamRateLimited);
      expect(error).toMatchObject({ kind: 'rate_limited', retryable: true, retryAfterMs: 60_000 });
      expect(server.received).toHaveLength(1);
    });

    it('never sends a write twice', async () => {
      const error = await failure(await serve(json(503, {})), { method: 'POST', body: { json: {} }, reply });
      expect(error).toMatchObject({ outcomeUnknown: true, retryable: false });
      expect(server.received).toHaveLength(1);
    });

    it('leaves it to the caller to send a write again that came too early', async () => {
      const error = await failure(await serve(json(429, {}, { 'retry-after': '1' })), { method: 'POST', reply });
      expect(error).toMatchObject({ retryable: true, retryAfterMs: 1000, outcomeUnknown: false });
      expect(server.received).toHaveLength(1);
    });

    it('sends a write again under the same idempotency key', async () => {
      const target = { ...(await serve(json(503, {}), ok)), idempotencyHeader: 'X-Request-Key' };
      await client.request(target, { method: 'POST', idempotencyKey: 'k-1', body: { json: { a: 1 } }, reply });
      expect(server.received.map(({ headers, body }) => [headers['x-request-key'], body])).toEqual([
        ['k-1', '{"a":1}'],
        ['k-1', '{"a":1}'],
      ]);
    });

    it('sends a POST that only reads again', async () => {
      const target = await serve(json(503, {}), ok);
      await client.request(target, { method: 'POST', readOnly: true, reply });
      expect(server.received).toHaveLength(2);
    });

    it.each([400, 401, 404, 409, 422])('does not repeat what was refused with %i', async (status) => {
      await failure(await serve(json(status, {})), { reply });
      expect(server.received).toHaveLength(1);
    });

    it('reads again when the connection broke', async () => {
      const target = await serve((response) => response.destroy(), ok);
      expect((await client.request(target, { reply })).attempts).toBe(2);
    });

    it('does not know the outcome of a write when the connection broke', async () => {
      const target = await serve((response) => response.destroy());
      const error = await failure(target, { method: 'POST', reply });
      expect(error).toMatchObject({ reason: 'HTTP.FAILED', outcomeUnknown: true, retryable: false });
    });
  });

  describe('what a failure means', () => {
    it.each([401, 403])('%i: the credentials were rejected', async (status) => {
      const error = await failure(await serve(json(status, {})), { reply });
      expect(error).toBeInstanceOf(CredentialRejected);
      expect(error).toMatchObject({ kind: 'credential_rejected', retryable: false, status });
    });

    it.each([
      [404, 'not_found'],
      [409, 'conflict'],
      [422, 'invalid_input'],
    ])('%i: %s, with the words of the platform', async (status, kind) => {
      const error = await failure(await serve(json(status, { message: 'no such number' })), { reply });
      expect(error).toMatchObject({ kind, status, reason: 'HTTP.REFUSED' });
      expect((error as UpstreamRefused).replyText()).toBe('{"message":"no such number"}');
      expect(JSON.stringify(error)).not.toContain('no such number');
    });

    it.each([
      ['another shape', json(200, { id: 7 }), 'id: invalid_type'],
      ['no JSON', (response) => response.writeHead(200).end('<html>private</html>'), 'not JSON (20 bytes)'],
      [
        'an encoding nobody asked for',
        json(200, { id: '1' }, { 'content-encoding': 'br' }),
        'compressed although not asked for',
      ],
    ] satisfies [string, Answer, string][])('%s: the reply is refused', async (_, answer, fault) => {
      const error = await failure(await serve(answer), { reply });
      expect(error).toBeInstanceOf(ReplyRefused);
      expect(error).toMatchObject({ reason: 'HTTP.REPLY_NOT_UNDERSTOOD', retryable: false, meta: { fault } });
      expect(server.received).toHaveLength(1);
    });

    it('a write whose reply is refused has happened for all we know', async () => {
      const error = await failure(await serve(json(200, {})), { method: 'POST', reply });
      expect(error.outcomeUnknown).toBe(true);
    });

    it('a closed port cannot be reached, and nothing was sent', async () => {
      const target = await serve(ok);
      await server.close();
      const error = await failure(target, { method: 'POST', reply });
      expect(error).toBeInstanceOf(UpstreamUnavailable);
      expect(error).toMatchObject({ reason: 'HTTP.UNREACHABLE', retryable: true, outcomeUnknown: false });
    });

    it('a name that does not exist cannot be reached', async () => {
      await serve(ok);
      const target: HttpTarget = { name: 'x', baseUrl: 'http://no-such-host.invalid', hostFrom: 'operator' };
      expect(await failure(target, { retries: 0, reply })).toMatchObject({ reason: 'HTTP.UNREACHABLE' });
    });

    it('a server without TLS cannot be reached by https', async () => {
      const target = await serve(ok);
      const baseUrl = target.baseUrl.replace('http:', 'https:');
      const error = await failure({ ...target, baseUrl }, { method: 'POST', reply });
      expect(error).toMatchObject({ reason: 'HTTP.UNREACHABLE', outcomeUnknown: false });
      expect(server.received).toHaveLength(0);
    });

    it('what is no HTTP is a failure of the platform', async () => {
      const target = await serve((response) => response.socket?.end('SSH-2.0-OpenSSH\r\n'));
      expect(await failure(target, { retries: 0, reply })).toMatchObject({ reason: 'HTTP.FAILED' });
    });

    it('a redirect is not followed unless asked for', async () => {
      const target = await serve(json(302, {}, { location: '/elsewhere' }));
      expect(await failure(target, { reply })).toMatchObject({ reason: 'HTTP.REDIRECT_REFUSED' });
      expect(server.received).toHaveLength(1);
    });

    it('a header that cannot be sent is a fault of ours, told without its value', async () => {
      const target = { ...(await serve(ok)), headers: { authorization: new Secret('canary-1234\r\nx: y') } };
      const error: unknown = await client.request(target, { reply }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain('canary-1234');
      expect(server.received).toHaveLength(0);
    });
  });

  it('tells of every attempt', async () => {
    await client.request(await serve(json(503, {}), ok), { method: 'PUT', reply });
    const common = { target: 'vapi', method: 'PUT', durationMs: 0 };
    expect(attempts).toEqual([
      { ...common, attempt: 1, status: 503, outcome: 'upstream_unavailable' },
      { ...common, attempt: 2, status: 200, outcome: 'ok' },
    ]);
  });
});
