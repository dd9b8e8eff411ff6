import { inspect } from 'node:util';
import { z } from 'zod';
import { Secret } from '../config/index.js';
import { HttpClient } from './http-client.js';
import type { HttpTarget, RawReply, Verdict } from './http-request.js';
import {
  CredentialRejected,
  HttpFailure,
  RightsMissing,
  UpstreamRateLimited,
  UpstreamRefused,
  UpstreamUnavailable,
} from './http.errors.js';
import { jsonReply } from './reply-reader.js';
import { InstantTimer } from './testing/instant-timer.js';
import { json, localServer, type Answer, type LocalServer } from './testing/local-server.js';

const secret = 'a-secret-of-ours-0123456789';
const reply = jsonReply(z.object({ ok: z.boolean() }));

describe('a reply that its platform’s own words decide', () => {
  const client = new HttpClient({ timer: new InstantTimer() });
  let server: LocalServer;

  const target = async (judge: (reply: RawReply) => Verdict | null, ...answers: [Answer, ...Answer[]]) => {
    server = await localServer(...answers);
    const headers = { authorization: new Secret(`Bearer ${secret}`) };
    return { name: 'vendor', baseUrl: server.url, hostFrom: 'operator', headers, judge } satisfies HttpTarget;
  };
  const failure = async (to: HttpTarget, method: 'GET' | 'POST' = 'GET'): Promise<HttpFailure> => {
    const error: unknown = await client.request(to, { method, reply }).catch((reason: unknown) => reason);
    if (error instanceof HttpFailure) return error;
    throw new Error(`Expected a failure, got ${inspect(error)}`);
  };

  afterEach(() => server.close());
  afterAll(() => client.onApplicationShutdown());

  it.each([
    ['credential_rejected', CredentialRejected, 'HTTP.CREDENTIAL_REJECTED'],
    ['rights_missing', RightsMissing, 'HTTP.RIGHTS_MISSING'],
    ['rate_limited', UpstreamRateLimited, 'HTTP.RATE_LIMITED'],
    ['upstream_unavailable', UpstreamUnavailable, 'HTTP.FAILED'],
    ['not_found', UpstreamRefused, 'HTTP.REFUSED'],
    ['conflict', UpstreamRefused, 'HTTP.REFUSED'],
    ['invalid_input', UpstreamRefused, 'HTTP.REFUSED'],
  ] as const)('fails as %s whatever its status', async (kind, type, reason) => {
    for (const status of [200, 400, 403, 500]) {
      const error = await failure(await target(() => ({ kind }), json(status, { ok: true })));
      expect(error).toBeInstanceOf(type);
      expect([error.reason, error.status]).toEqual([reason, status]);
      await server.close();
    }
    await target(() => null, json(200, {}));
  });

  it('stays what its status says where the platform says nothing', async () => {
    const to = await target(() => null, json(200, { ok: true }));
    expect((await client.request(to, { reply })).body).toEqual({ ok: true });
  });

  it('is read whole: status, headers and text', async () => {
    const seen: RawReply[] = [];
    const judge = (raw: RawReply) => {
      seen.push(raw);
      return null;
    };
    await failure(await target(judge, json(404, { error: 'gone' }, { 'x-reason': 'moved' })));
    expect(seen[0]).toMatchObject({ status: 404, text: '{"error":"gone"}', headers: { 'x-reason': 'moved' } });
  });

  it('tells what is missing and in which words, with our secrets blacked out, and only to who asks', async () => {
    const judge = ({ text }: RawReply): Verdict => ({
      kind: 'rights_missing',
      code: 'SCOPE',
      message: text,
      missing: ['deals.write', secret],
    });
    const error = await failure(await target(judge, json(403, { you: `sent Bearer ${secret}` })));
    const said = error.platformSaid();
    expect(said.code).toBe('SCOPE');
    expect(said.missing?.[0]).toBe('deals.write');
    expect(error.safeMessage.fr).toContain('deals.write');
    expect(JSON.stringify([said, error.safeMessage])).not.toContain(secret);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('sent Bearer');
  });

  it('waits as long as the platform’s body says', async () => {
    const error = await failure(
      await target(() => ({ kind: 'rate_limited', retryAfterMs: 4_000_000 }), json(400, {}, { 'retry-after': '1' })),
    );
    expect(error.retryAfterMs).toBe(4_000_000);
    expect(server.received).toHaveLength(1);
  });

  it('is asked for again where that is safe, and a write that may have happened is not', async () => {
    await failure(await target(() => ({ kind: 'upstream_unavailable' }), json(200, {})));
    expect(server.received).toHaveLength(3);
    await server.close();
    const error = await failure(await target(() => ({ kind: 'upstream_unavailable' }), json(200, {})), 'POST');
    expect([server.received.length, error.outcomeUnknown, error.retryable]).toEqual([1, true, false]);
  });
});
