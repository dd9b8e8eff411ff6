import { startGreetings, type GreetingApp } from './testing/greeting-app.js';

let server: GreetingApp;

beforeAll(async () => {
  server = await startGreetings();
});
afterAll(() => server.app.close());

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const reply = await server.client.with(headers).request(method, path);
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: JSON.parse(text || '{}') as Record<string, unknown> };
}

const hello = (headers: Record<string, string> = {}) => ask('/greetings', headers);

describe('The context of a request', () => {
  it('is nobody’s without credentials, and in the reader’s language', async () => {
    expect((await hello()).body).toMatchObject({ actor: 'anonymous', locale: 'fr' });
    expect((await hello({ 'accept-language': 'en-GB,fr;q=0.5' })).body.locale).toBe('en');
  });

  it('is in the language of its user unless the request says otherwise', async () => {
    const authorization = 'Bearer camille';
    expect((await hello({ authorization })).body).toMatchObject({
      actor: 'camille',
      workspaceId: 'a workspace',
      locale: 'en',
    });
    expect((await hello({ authorization, 'accept-language': 'fr' })).body.locale).toBe('fr');
  });

  it('continues the trace that it is part of', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    expect((await hello({ traceparent: `00-${traceId}-b7ad6b7169203331-01` })).body.traceId).toBe(traceId);
    expect((await hello({ traceparent: 'nonsense' })).body.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('comes from what the request presents, and from nothing else in it', async () => {
    await hello({ cookie: 'a=1; ab_session=camille', 'x-csrf-token': 'csrf', 'x-workspace-id': 'workspace_1' });
    expect(server.authenticator.presented.at(-1)).toMatchObject({
      authorization: undefined,
      sessionCookie: 'camille',
      csrfToken: 'csrf',
      workspaceId: 'workspace_1',
    });
  });

  it('with refused credentials is refused only where they were needed', async () => {
    const headers = { authorization: 'Bearer forged' };
    expect(await hello(headers)).toMatchObject({ status: 200, body: { actor: 'anonymous' } });
    const { status, body } = await ask('/greetings/mine', headers);
    expect([status, body]).toMatchObject([401, { error: { code: 'UNAUTHENTICATED', reason: 'AUTH.TOKEN_REFUSED' } }]);
  });
});

describe('A session cookie', () => {
  const cookie = 'ab_session=camille';

  it.each<[string, Record<string, string>, number]>([
    ['alone', { cookie }, 403],
    ['with an empty token', { cookie, 'x-csrf-token': '' }, 403],
    ['with another token', { cookie, 'x-csrf-token': 'other' }, 403],
    ['with its token among the cookies', { cookie: `${cookie}; x-csrf-token=csrf` }, 403],
    ['with its token', { cookie, 'x-csrf-token': 'csrf' }, 200],
    ['beside a bearer token, which counts alone', { cookie, authorization: 'Bearer camille' }, 200],
  ])('%s', async (_, headers, status) => {
    const answer = await ask('/greetings/mine', headers);
    expect(answer.status).toBe(status);
    if (status === 403)
      expect(answer.body).toMatchObject({ error: { code: 'FORBIDDEN', reason: 'AUTH.CSRF_TOKEN_MISSING' } });
  });
});

describe('A page of another origin', () => {
  const preflight = {
    origin: 'https://app.example.com',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };

  it('may call nothing unless the operator says so', async () => {
    const { headers } = await ask('/greetings', preflight, 'OPTIONS');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('may call what the operator lets it, and no other may', async () => {
    const open = await startGreetings({ CORS_ORIGINS: 'https://app.example.com' });
    const allowedFor = async (origin: string) =>
      (await open.client.with({ ...preflight, origin }).request('OPTIONS', '/greetings')).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowedFor('https://app.example.com')).toBe('https://app.example.com');
    for (const origin of ['https://evil.example', 'https://app.example.com.evil.example', 'null']) {
      expect(await allowedFor(origin)).not.toBe(origin);
    }
    await open.app.close();
  });
});
