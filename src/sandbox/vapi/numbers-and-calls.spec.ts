import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxFileDamaged } from '../sandbox.errors.js';
import { VapiStandIn, type VapiStandInOptions } from './vapi-stand-in.js';

const apiKey = 'key-of-tests';
const number = '+33123456789';
const twilioNumber = { provider: 'twilio', number, twilioAccountSid: 'AC1', twilioAuthToken: 'canary' };

let vapi: VapiStandIn;
let isOpen = false;

async function open(options: Partial<VapiStandInOptions> = {}): Promise<void> {
  if (isOpen) await vapi.close();
  vapi = await VapiStandIn.open({ apiKey, ...options });
  isOpen = true;
}

beforeEach(() => open());
afterAll(() => vapi.close());

async function ask(line: string, body?: unknown, signal?: AbortSignal) {
  const [method = '', path = ''] = line.split(' ');
  const reply = await fetch(vapi.url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> & Record<string, unknown>[] };
}

const assistant = () => vapi.add('assistant', { name: 'A', firstMessage: 'Bonjour.' }).id;

describe('the numbers of the played Vapi', () => {
  it('come back with their keys, as those of Vapi do', async () => {
    const made = await ask('POST /phone-number', { ...twilioNumber, assistantId: assistant() });

    expect(made).toMatchObject({ status: 201, body: { ...twilioNumber, status: 'active' } });
    expect((await ask(`GET /phone-number/${String(made.body.id)}`)).body).toEqual(made.body);
    expect((await ask('GET /phone-number')).body).toEqual([made.body]);
  });

  it.each([
    [{ ...twilioNumber, number: '0123456789' }, 'E.164'],
    [{ ...twilioNumber, twilioAuthToken: undefined }, 'twilioAuthToken'],
    [{ ...twilioNumber, twilioAccountSid: undefined }, 'twilioAccountSid'],
    [{ ...twilioNumber, name: 'x'.repeat(41) }, '40 characters'],
    [{ ...twilioNumber, assistantId: 'nobody' }, 'assistantId'],
    [{ provider: 'byo-phone-number', number }, 'credentialId'],
    [{ provider: 'pigeon', number }, 'provider'],
  ])('are refused: %j', async (body, why) => {
    const reply = await ask('POST /phone-number', body);

    expect([reply.status, JSON.stringify(reply.body.message)]).toEqual([400, expect.stringContaining(why)]);
    expect(vapi.list('phone-number')).toEqual([]);
  });

  it('exist once each', async () => {
    const made = await ask('POST /phone-number', twilioNumber);
    const again = await ask('POST /phone-number', twilioNumber);

    expect(again).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('Existing Phone Number') as string },
    });
    expect((await ask(`PATCH /phone-number/${String(made.body.id)}`, { name: 'Main' })).status).toBe(200);
    await ask(`DELETE /phone-number/${String(made.body.id)}`);
    expect((await ask('POST /phone-number', twilioNumber)).status).toBe(201);
  });

  it('get and lose their assistant', async () => {
    const { id } = vapi.add('phone-number', twilioNumber);
    const assistantId = assistant();

    expect((await ask(`PATCH /phone-number/${id}`, { provider: 'twilio', assistantId })).body).toMatchObject({
      assistantId,
    });
    expect((await ask(`PATCH /phone-number/${id}`, { assistantId: null })).body).not.toHaveProperty('assistantId');
  });

  it('are written on at Twilio when they are imported, and stay out where Twilio refuses', async () => {
    const written: unknown[] = [];
    await open({
      twilio: {
        update: (of, fields, keys) => {
          if (keys.password !== 'canary') throw new Error('Authenticate.');
          written.push([of, fields]);
        },
      },
    });

    expect((await ask('POST /phone-number', { ...twilioNumber, twilioAuthToken: 'wrong' })).status).toBe(400);
    await ask('POST /phone-number', { ...twilioNumber, smsEnabled: false });
    await ask('POST /phone-number', { ...twilioNumber, number: '+33123456780' });

    const voice = {
      voice_url: 'https://api.vapi.ai/twilio/inbound_call',
      voice_method: 'POST',
      status_callback: 'https://api.vapi.ai/twilio/status',
      status_callback_method: 'POST',
    };
    const sms = { sms_url: 'https://api.vapi.ai/twilio/sms', sms_method: 'POST' };
    expect(written).toEqual([
      [number, voice],
      ['+33123456780', { ...voice, ...sms }],
    ]);
  });
});

describe('the calls of the played Vapi', () => {
  const order = (more: object = {}) => ({
    assistantId: vapi.list('assistant')[0]?.id,
    phoneNumberId: vapi.list('phone-number')[0]?.id,
    customer: { number: '+33612345678' },
    ...more,
  });

  beforeEach(() => {
    vapi.add('phone-number', { ...twilioNumber, assistantId: assistant() });
  });

  it('are queued when they are ordered, and made when somebody picks up', async () => {
    const { status, body } = await ask('POST /call', order({ name: 'Test' }));
    expect([status, body]).toMatchObject([
      201,
      {
        type: 'outboundPhoneCall',
        status: 'queued',
        name: 'Test',
        monitor: {
          listenUrl: expect.stringMatching(/^ws:/) as string,
          controlUrl: expect.stringContaining(vapi.url) as string,
        },
      },
    ]);

    const { call } = await vapi.dial(String(body.id));
    expect(call).toMatchObject({
      id: body.id,
      status: 'ended',
      endedReason: 'customer-ended-call',
      monitor: body.monitor,
    });
    expect((await ask(`GET /call/${call.id}`)).body).toEqual(call);
    await expect(vapi.dial(call.id)).rejects.toThrow('waits for being picked up');
  });

  it.each([
    [{ customer: { number: '112' } }, 'E.164'],
    [{ phoneNumberId: 'none' }, 'phoneNumberId'],
    [{ assistantId: 'none' }, 'assistantId'],
    [{ name: 'x'.repeat(41) }, '40 characters'],
  ])('are not made with %j', async (wrong, why) => {
    const reply = await ask('POST /call', order(wrong));

    expect([reply.status, JSON.stringify(reply.body.message)]).toEqual([400, expect.stringContaining(why)]);
    expect(vapi.list('call')).toEqual([]);
  });

  it('are listed by what they are, and when they were', async () => {
    const first = (await ask('POST /call', order())).body;
    const other = vapi.add('call', { assistantId: 'another', createdAt: '2026-01-01T10:00:00.000Z' });
    const ids = async (query: string) => (await ask(`GET /call?${query}`)).body.map(({ id }) => id);

    expect(await ids('')).toEqual([other.id, first.id]);
    expect(await ids(`id=${other.id}`)).toEqual([other.id]);
    expect(await ids('assistantId=another')).toEqual([other.id]);
    expect(await ids(`phoneNumberId=${String(first.phoneNumberId)}`)).toEqual([first.id]);
    expect(await ids('createdAtLe=2026-01-01T11:00:00%2B01:00')).toEqual([other.id]);
    expect(await ids('createdAtLt=2026-01-01T10:00:00Z')).toEqual([]);
    expect(await ids('createdAtGe=2026-01-01T10:00:00Z&limit=1')).toEqual([other.id]);
  });

  it('may be ordered without anybody hearing of it', async () => {
    vapi.faults.next({ method: 'POST', path: /^\/call$/ }, { kind: 'cut', when: 'after' });
    await expect(ask('POST /call', order())).rejects.toThrow();
    expect(vapi.list('call')).toHaveLength(1);

    vapi.faults.next({ method: 'POST', path: /^\/call$/ }, { kind: 'cut', when: 'before' });
    await expect(ask('POST /call', order())).rejects.toThrow();
    expect(vapi.list('call')).toHaveLength(1);

    vapi.faults.next({ path: /^\/call$/ }, { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 2);
    expect((await ask('POST /call', order())).status).toBe(429);
    expect((await ask('GET /call')).status).toBe(429);
    expect((await ask('GET /call')).body).toHaveLength(1);

    vapi.faults.next({}, { kind: 'silence', when: 'after' });
    await expect(ask('POST /call', order(), AbortSignal.timeout(50))).rejects.toThrow();
    expect(vapi.list('call')).toHaveLength(2);
  });

  it('are controlled where the cluster says', async () => {
    await open({ controlBase: 'https://elsewhere.example' });
    vapi.add('phone-number', { ...twilioNumber, assistantId: assistant() });

    const { body } = await ask('POST /call', order());
    expect(body.monitor).toMatchObject({
      controlUrl: expect.stringMatching(/^https:\/\/elsewhere\.example\//) as string,
    });
  });
});

describe('the account at the played Vapi', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vapi-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is as it was after a restart', async () => {
    const dataFile = join(folder, 'vapi.json');
    await open({ dataFile });
    await ask('POST /assistant', { name: 'A' });
    const { body } = await ask('POST /phone-number', { ...twilioNumber, assistantId: vapi.list('assistant')[0]?.id });
    const { call } = await vapi.ring({ number });
    const before = vapi.list('assistant');

    await open({ dataFile });
    expect(vapi.list('assistant')).toEqual(before);
    expect(vapi.list('phone-number')).toEqual([body]);
    expect(vapi.list('call')).toEqual([JSON.parse(JSON.stringify(call))]);
    expect(statSync(dataFile).mode & 0o777).toBe(0o600);
    await open();
    expect(existsSync(dataFile)).toBe(true);
  });

  it('is not opened from a damaged file', async () => {
    const dataFile = join(folder, 'vapi.json');
    writeFileSync(dataFile, '{');

    await expect(VapiStandIn.open({ apiKey, dataFile })).rejects.toThrow(SandboxFileDamaged);
  });
});
