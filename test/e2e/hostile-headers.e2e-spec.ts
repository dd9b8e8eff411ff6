import { randomUUID } from 'node:crypto';
import { send, sendText } from '../support/answers.js';
import type { ApiClient } from '../support/api-client.js';
import { keepBlameless } from '../support/blameless.js';
import { browserOf } from '../support/browser.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { linkIn, mailTo } from '../support/mail-box.js';
import { join, signUp } from '../support/people.js';
import { rawly } from '../support/raw-request.js';
import { expectRefused } from '../support/refusals.js';
import { startServer } from '../support/server.js';

const assistants = '/api/voice/assistants';

const server = await startServer({ PUBLIC_URL: 'https://api.example.fr' });
keepBlameless(server);
const owner = await signUp(server.client);

describe('a header', () => {
  it.each<[string, string]>([
    ['accept-language', 'x'.repeat(5_000)],
    ['accept-language', '*;q=0,,;;'],
    ['traceparent', '00-zz-zz-00'],
    ['traceparent', 'x'.repeat(5_000)],
    ['x-request-id', "'; DROP TABLE users; --"],
    ['x-request-id', '<script>alert(1)</script>'],
    ['x-request-id', 'x'.repeat(1_000)],
    ['x-forwarded-for', "1.2.3.4, ' OR 1=1"],
    ['cookie', '=;;=; ab_session; ab_session=='],
    ['if-none-match', '*'],
    ['range', 'bytes=0-1'],
    ['expect', '100-continue'],
    ['accept', 'nonsense/x;q=z'],
  ])('may be nonsense: %s', async (name, value) => {
    const { status, body, headers } = await rawly(owner.client.with({ [name]: value }), `GET ${assistants}`);
    expect([status < 500, status === 200 ? [] : indecenciesOf(status, body)]).toEqual([true, []]);
    expect(headers['x-request-id']).toMatch(/^[\w-]{8,100}$/);
  });

  it('is refused with 431 when all of them are too long', async () => {
    const answer = await sendText(server.client.with({ 'x-pad': 'x'.repeat(60_000) }), 'GET /health/live');
    expect(answer.status).toBe(431);
  });

  it('decides neither where mailed links lead nor, set by no trusted proxy, whose attempts are counted', async () => {
    const body = JSON.stringify({ query: `mutation { requestPasswordReset(email: "${owner.email}") }` });
    const names = { host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' };
    await rawly(server.client.with({ ...names, 'content-type': 'application/json' }), 'POST /graphql', body);
    const link = linkIn(await mailTo(server.dataDir, owner.email, 'reset-password'));
    expect(new URL(link).origin).toBe('https://api.example.fr');

    // This address has one attempt less from here on, whatever it says of itself.
    const query = 'mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) }';
    const codes = new Set<string | undefined>();
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const address = `11.0.0.${attempt}`;
      const client = server.client.with({ 'x-forwarded-for': address, forwarded: `for=${address}` });
      const { errors } = await client.post(query, { email: `nobody-${attempt}@example.fr` });
      codes.add(errors?.[0]?.extensions.code);
    }
    expect([...codes]).toEqual([undefined, 'RATE_LIMITED']);
  });

  it.each([`GET ${assistants}`, 'GET /nowhere', 'GET /api/session', 'POST /graphql', 'GET /health/live'])(
    'protects every answer to a browser: %s',
    async (request) => {
      const { headers } = await send(owner.client, request.startsWith('POST') ? [request, {}] : request);
      expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toBeTruthy();
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    },
  );
});

describe('an Idempotency-Key', () => {
  const withKey = (client: ApiClient, key: string = randomUUID()) => client.with({ 'idempotency-key': key });
  const create = `POST ${assistants}`;

  it('makes one assistant of many requests at once, and refuses another body', async () => {
    const { client } = await signUp(server.client);
    const keyed = withKey(client);
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(keyed, [create, { context: 'x' }])));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    await expectRefused(keyed, [create, { context: 'y' }], 409);
    await expectRefused(keyed, [`${create}?x=1`, { context: 'x' }], 409);
    const { data } = JSON.parse((await send(client, `GET ${assistants}`)).body) as { data: unknown[] };
    expect(data).toHaveLength(1);
  });

  it('repeats a deletion’s answer instead of 404', async () => {
    const { id } = JSON.parse((await send(owner.client, [create, { context: 'x' }])).body) as { id: string };
    const keyed = withKey(owner.client);
    const first = await send(keyed, `DELETE ${assistants}/${id}`);
    const second = await send(keyed, `DELETE ${assistants}/${id}`);
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
    await expectRefused(owner.client, `DELETE ${assistants}/${id}`, 404);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a blank', ' '],
    ['what is no ASCII', 'é'],
    ['two words', 'a b'],
    ['a list', 'a, b'],
    ['more than 255 letters', 'x'.repeat(256)],
  ])('is refused when it is %s', async (_, key) => {
    const encoded = Buffer.from(key).toString('latin1');
    const answer = await send(withKey(owner.client, encoded), [create, { context: 'x' }]);
    expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([400]);
  });

  it('does not hand one browser’s session to another one behind the same address', async () => {
    const { cookie, csrf } = await browserOf(server.client, await signUp(server.client));
    const refresh = cookie.split('; ').find((part) => part.startsWith('ab_refresh=')) ?? '';
    const keyed = withKey(server.client);
    const victim = keyed.with({ cookie: refresh, 'x-csrf-token': csrf });
    const first = await victim.request('POST', '/api/session/refresh');
    expect([first.status, first.headers.getSetCookie().length]).toEqual([200, 3]);
    for (const attacker of [keyed, keyed.with({ cookie: 'ab_refresh=x' }), keyed.with({ 'x-csrf-token': csrf })]) {
      const stolen = await attacker.request('POST', '/api/session/refresh');
      expect([stolen.status >= 400, stolen.headers.getSetCookie()]).toEqual([true, []]);
    }
    const again = await victim.request('POST', '/api/session/refresh');
    expect([again.status, again.headers.getSetCookie()]).toEqual([200, first.headers.getSetCookie()]);
  });

  it('does not open a door for those without the right', async () => {
    const viewer = await join(server.client, owner, 'VIEWER');
    const key = randomUUID();
    const statusFor = async (client: ApiClient) =>
      (await send(withKey(client, key), [create, { context: 'x' }])).status;
    expect(await statusFor(owner.client)).toBe(201);
    expect(await statusFor(viewer.client)).toBe(403);
    expect(await statusFor(server.client)).toBe(401);
  });
});
