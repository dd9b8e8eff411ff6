import { VapiStandIn, type VapiStandInOptions } from './vapi-stand-in.js';

const apiKey = 'key-of-tests';
let vapi: VapiStandIn;
let isOpen = false;

async function open(options: Partial<VapiStandInOptions> = {}): Promise<void> {
  if (isOpen) await vapi.close();
  vapi = await VapiStandIn.open({ apiKey, ...options });
  isOpen = true;
}

beforeEach(() => open());
afterAll(() => vapi.close());

async function ask(line: string, body?: unknown, key = apiKey) {
  const [method = '', path = ''] = line.split(' ');
  const reply = await fetch(vapi.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> & Record<string, unknown>[] };
}

describe('the stand-in for Vapi', () => {
  it('keeps what is made, also below the host of the vendor', async () => {
    const made = await ask('POST /tool', { type: 'endCall' });
    expect(made).toMatchObject({ status: 201, body: { type: 'endCall', id: expect.any(String) as unknown } });
    expect((await ask(`GET /api.vapi.ai/tool/${String(made.body.id)}`)).body).toEqual(made.body);
    expect((await ask('GET /tool')).body).toEqual([made.body]);
    expect((await ask(`DELETE /tool/${String(made.body.id)}`)).body).toEqual(made.body);
    expect((await ask(`GET /tool/${String(made.body.id)}`)).status).toBe(404);
  });

  it('replaces whole fields, and leaves the others', async () => {
    const { id } = vapi.add('assistant', { name: 'A', model: { provider: 'openai', toolIds: ['t'] } });
    const { status, body } = await ask(`PATCH /assistant/${id}`, { model: { provider: 'xai' } });
    expect([status, body.name, body.model]).toEqual([200, 'A', { provider: 'xai' }]);
  });

  it('gives no secret back', async () => {
    const authenticationPlan = { type: 'bearer', token: 'canary' };
    const made = await ask('POST /credential', { provider: 'custom-credential', name: 'n', authenticationPlan });
    const listed = await ask('GET /credential');
    expect(JSON.stringify([made, listed])).not.toContain('canary');
    expect(vapi.list('credential')).toMatchObject([{ authenticationPlan }]);
  });

  it('gives pages, newest first', async () => {
    let at = 0;
    await open({ now: () => new Date((at += 1_000)) });
    for (const type of ['a', 'b', 'c']) vapi.add('tool', { type });
    const first = await ask('GET /tool?limit=2');
    expect(first.body.map(({ type }) => type)).toEqual(['c', 'b']);
    const rest = await ask(`GET /tool?limit=2&createdAtLt=${String(first.body[1]?.createdAt)}`);
    expect(rest.body.map(({ type }) => type)).toEqual(['a']);
  });

  it('refuses as Vapi does', async () => {
    expect(await ask('GET /tool', undefined, 'wrong')).toMatchObject({ status: 401, body: { error: 'Unauthorized' } });
    expect(await ask('POST /tool', { type: 'function', function: { name: 'no spaces' } })).toMatchObject({
      status: 400,
      body: { message: [expect.stringContaining('function.name')] },
    });
    expect(await ask('POST /assistant', { name: 'x'.repeat(41) })).toMatchObject({ status: 400 });
    expect(await ask('PATCH /tool/none', {})).toMatchObject({ status: 404 });
    expect(await ask('GET /squads')).toMatchObject({ status: 404 });
    await open({ forbids: ({ method }) => method === 'POST', hasCredentials: false });
    expect(await ask('POST /tool', { type: 'endCall' })).toMatchObject({ status: 403 });
    expect(await ask('GET /credential')).toMatchObject({ status: 404 });
  });
});
