import { randomUUID } from 'node:crypto';
import { send, sendText } from '../support/answers.js';
import { keepBlameless, keepUntouched } from '../support/blameless.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { hostileTexts } from '../support/hostile-values.js';
import { newEmail, signUp, type Person } from '../support/people.js';
import { nextAddress } from '../support/next-address.js';
import { rawly } from '../support/raw-request.js';
import { expectRefused } from '../support/refusals.js';
import { startServer } from '../support/server.js';

const assistants = '/api/voice/assistants';
const calls = '/api/voice/calls';
const stats = '/api/voice/stats';

// Lets a request come from an address of its own, so that no limit on attempts hides what lies behind it.
const server = await startServer({ TRUSTED_PROXIES: 'loopback' });
keepBlameless(server);
keepUntouched(server);
const owner = await signUp(server.client);
/** Assistants of the owner and of somebody else. */
const own = await newAssistant(owner);
const foreign = await newAssistant(await signUp(server.client));

async function newAssistant({ client }: Person): Promise<string> {
  const { status, body } = await send(client, [`POST ${assistants}`, { context: 'x' }]);
  expect(status).toBe(201);
  return (JSON.parse(body) as { id: string }).id;
}

describe('an address', () => {
  it.each(['PATCH', 'PROPFIND', 'OPTIONS', 'PURGE'])('serves nothing with %s', async (method) => {
    for (const path of [assistants, `${assistants}/x`, calls, stats, '/api/session', '/health/live', '/metrics']) {
      const answer = await send(owner.client, `${method} ${path}`);
      expect([path, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([path, 404]);
    }
  });

  it.each([
    ...[`DELETE ${assistants}`, `PUT ${assistants}`, `POST ${assistants}/x`, `POST ${calls}`, `DELETE ${calls}/x`],
    ...[`PUT ${stats}`, 'PUT /api/session', 'GET /api/session/refresh', 'GET /api', 'GET /api/voice', 'GET /'],
    ...['GET /.env', 'GET /package.json'],
  ])('serves only what it is for, not %s', async (request) => {
    await expectRefused(owner.client, request, 404);
  });

  it('answers HEAD like GET, without a body', async () => {
    for (const [client, path, status] of [
      [owner.client, assistants, 200],
      [server.client, assistants, 401],
      [owner.client, `${assistants}/x`, 404],
      [owner.client, stats, 200],
      [owner.client, '/nowhere', 404],
    ] as const) {
      const answer = await send(client, `HEAD ${path}`);
      expect([path, answer.status, answer.body]).toEqual([path, status, '']);
    }
  });

  it.each([
    ...['/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e', '/%00', '/%ff', '/%', '/%zz', '/..;/x', '//', '/\\..\\..'],
    ...['/x%0d%0aset-cookie:a=b', `/${'x'.repeat(300)}`, `/${'a/'.repeat(200)}`, '/__proto__', '/constructor'],
    ...[`/${encodeURIComponent(hostileTexts.sql ?? '')}`, `/${encodeURIComponent('🙂\u202e')}`, '/assistant_x'],
  ])('names nothing by %s', async (path) => {
    for (const base of [assistants, calls]) {
      const answer = await rawly(owner.client, `GET ${base}${path}`);
      expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
      expect([400, 404, 414]).toContain(answer.status);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('names nothing by an id that is not there, of another kind, or somebody else’s', async () => {
    const uuid = own.split('_')[1] ?? '';
    for (const id of [`assistant_${randomUUID()}`, own.toUpperCase(), uuid, `call_${uuid}`, foreign]) {
      for (const base of [assistants, calls]) await expectRefused(owner.client, `GET ${base}/${id}`, 404);
      await expectRefused(owner.client, [`PUT ${assistants}/${id}`, { name: 'x' }], 404);
      await expectRefused(owner.client, `DELETE ${assistants}/${id}`, 404);
    }
  });

  it.each([`${calls}/../../../etc/passwd`, '/../.env', '/graphql/../.env', '//etc/passwd', '*'])(
    'leads to no file: %s',
    async (path) => {
      const { status } = await rawly(owner.client, `GET ${path}`);
      expect(status >= 400 && status < 500).toBe(true);
    },
  );
});

/** Half a pair of surrogates cannot be written in an address. */
function inAddress(text: string): string {
  return encodeURIComponent(Buffer.from(text.slice(0, 400)).toString());
}

describe('a question in an address', () => {
  it.each([
    ...['first=1&first=2', 'first[]=1', 'first[a]=1', 'after=x&after=y', 'search=a&search=b', 'first=%FF'],
    ...['unknown=1', '__proto__[a]=1', 'constructor=1', '%00=1', `search=${'x'.repeat(501)}`],
  ])('is refused: %s', async (search) => {
    for (const path of [assistants, calls]) await expectRefused(owner.client, `GET ${path}?${search}`, 400);
  });

  it.each([
    ...['', 'now', '2026-01-01', '2026-02-30T00:00:00Z', '2026-01-01T25:00:00Z', '275760-09-13T00:00:00Z'],
    ...['infinity', '1', "'--"],
  ])('is refused for a moment that is none: %j', async (moment) => {
    for (const name of ['from', 'to']) {
      for (const path of [calls, stats]) {
        await expectRefused(owner.client, `GET ${path}?${name}=${encodeURIComponent(moment)}`, 400);
      }
    }
  });

  it('may be of any time that the calendar has', async () => {
    for (const moment of [
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59.999999999-12:00',
      '2026-06-30T23:59:60Z',
    ]) {
      for (const path of [calls, stats]) {
        const answer = await send(owner.client, `GET ${path}?from=${encodeURIComponent(moment)}`);
        expect([moment, ...indecenciesOf(answer.status, answer.body)]).toEqual([moment]);
      }
    }
  });

  it.each(Object.entries(hostileTexts))('may search for any text: %s', async (_, text) => {
    for (const path of [assistants, calls]) {
      const answer = await send(owner.client, `GET ${path}?search=${inAddress(text)}`);
      expect([answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([200]);
    }
  });

  it.each(Object.entries(hostileTexts))('is nothing’s when it names nothing: %s', async (_, text) => {
    for (const path of [`${calls}?assistantId=`, `${calls}?contactId=`, `${stats}?assistantId=`]) {
      const answer = await send(owner.client, `GET ${path}${inAddress(text)}`);
      expect([path, ...indecenciesOf(answer.status, answer.body)]).toEqual([path]);
      expect([400, 404]).toContain(answer.status);
    }
  });

  it('tells nothing of somebody else’s assistant', async () => {
    const listed = await send(owner.client, `GET ${calls}?assistantId=${foreign}`);
    expect([listed.status, JSON.parse(listed.body)]).toEqual([200, expect.objectContaining({ data: [] })]);
    await expectRefused(owner.client, `GET ${stats}?assistantId=${foreign}`, 404);
  });
});

const writes = [`POST ${assistants}`, 'POST /api/session', 'POST /api/session/refresh'];
const asJson = { 'content-type': 'application/json' };

describe('a body', () => {
  it.each([
    ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'],
    ...['application/octet-stream', 'nonsense'],
  ])('is refused with 415 as %s', async (type) => {
    for (const request of writes) {
      const answer = await sendText(owner.client.with({ 'content-type': type }), request, '{"context":"x"}');
      expect([request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, 415]);
    }
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['a text', 'hello'],
    ['cut JSON', '{"context":'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['a list of bodies', '[{"context":"x"}]'],
    ['a prototype', '{"context":"x","__proto__":{"a":1}}'],
    ['a constructor', '{"context":"x","constructor":{"prototype":{"a":1}}}'],
    ['a deep nest', `{"context":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['fields that are not its own', '{"context":"x","workspaceId":"x"}'],
    ['a byte that is no UTF-8', Buffer.from('{"context":\xff"x"}', 'latin1')],
  ])('is refused with 400 for %s', async (_, body) => {
    for (const request of [`POST ${assistants}`, `PUT ${assistants}/${own}`, 'POST /api/session']) {
      const answer = await sendText(owner.client.with(asJson), request, body);
      expect([request, answer.status, ...indecenciesOf(answer.status, answer.body)]).toEqual([request, 400]);
    }
  });

  it.each([1_100_000, 10_000_000])('is refused with 413 when it has %d bytes', async (length) => {
    for (const request of writes) {
      await expectRefused(owner.client, [request, { context: 'x'.repeat(length) }], 413);
    }
  });

  it.each(Object.entries(hostileTexts))('keeps a text as it is, or says what is wrong with it: %s', async (_, text) => {
    for (const field of [
      ...['name', 'context', 'firstMessage', 'voiceId', 'language', 'timeZone', 'route', 'clientId', 'phoneNumber'],
      ...['modelProvider', 'personality', 'transferNumber', 'clientEmail'],
    ]) {
      const answer = await send(owner.client, [`PUT ${assistants}/${own}`, { [field]: text }]);
      expect([field, ...indecenciesOf(answer.status, answer.body)]).toEqual([field]);
      expect([field, [200, 400, 404].includes(answer.status)]).toEqual([field, true]);
      const stored = (JSON.parse(answer.body) as Record<string, unknown>)[field];
      if (answer.status === 200) expect([field, stored]).toEqual([field, text.trim()]);
    }
  });

  const noText = Object.entries({ null: null, number: 7, object: {}, list: [], boolean: true });

  it.each<[string, unknown]>([...noText, ...Object.entries(hostileTexts)])(
    'is refused by the session routes for what is no address, password, workspace or token: %s',
    async (_, value) => {
      for (const [request, body] of [
        ['POST /api/session', { email: value, password: 'x' }],
        ['POST /api/session', { email: newEmail(), password: value }],
        ['POST /api/session', { email: newEmail() }],
        ['POST /api/session/workspace', { workspaceId: value }],
        ['POST /api/session/invitation', { token: value }],
      ] as const) {
        const answer = await send(owner.client.with({ 'x-forwarded-for': nextAddress() }), [request, body]);
        expect([request, ...indecenciesOf(answer.status, answer.body)]).toEqual([request]);
        expect([400, 401, 404]).toContain(answer.status);
      }
    },
  );
});
