import { askTwilio, testAccount } from './testing/twilio-client.js';
import { TwilioStandIn, type TwilioStandInOptions } from './twilio-stand-in.js';

let twilio: TwilioStandIn;
let isOpen = false;

async function open(options: Partial<TwilioStandInOptions> = {}): Promise<void> {
  if (isOpen) await twilio.close();
  twilio = await TwilioStandIn.open({ ...testAccount, ...options });
  isOpen = true;
}

beforeEach(() => open());
afterAll(() => twilio.close());

const ask = (line: string, form?: Record<string, string>) => askTwilio(twilio, line, form ? { form } : {});
const numbers = (body: Record<string, unknown>) => body.incoming_phone_numbers as Record<string, unknown>[];

describe('the stand-in for Twilio', () => {
  it('serves the same below the hosts of the vendor, and nothing of one product at the host of another', async () => {
    expect(await ask('GET ….json')).toMatchObject({ status: 200, body: { status: 'active', type: 'Full' } });
    const path = `/2010-04-01/Accounts/${testAccount.accountSid}.json`;
    expect((await ask(`GET /api.twilio.com${path}`)).status).toBe(200);
    expect((await ask(`GET /api.dublin.ie1.twilio.com${path}`)).status).toBe(200);
    expect((await ask(`GET /pricing.twilio.com${path}`)).status).toBe(404);
  });

  it('lets in the account by its token or a key, and nobody else', async () => {
    await open({ apiKeys: { SK1: 'secret' } });
    const tried = [
      { user: 'SK1', password: 'secret' },
      { user: 'SK1', password: 'wrong' },
      { user: testAccount.accountSid, password: 'wrong' },
      { user: `AC${'1b'.repeat(16)}`, password: testAccount.authToken },
    ];
    const replies = await Promise.all(tried.map((each) => askTwilio(twilio, 'GET …/Balance.json', each)));
    expect(replies.map(({ status }) => status)).toEqual([200, 401, 401, 401]);
    expect(replies[1]?.body).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    });
  });

  it('keeps the accounts apart, and their numbers unique', async () => {
    const other = twilio.addAccount({ accountSid: `AC${'1b'.repeat(16)}`, authToken: 'other' });
    other.addNumber({ phone_number: '+18089250001' });
    expect(numbers((await ask('GET …/IncomingPhoneNumbers.json')).body)).toEqual([]);
    const taken = await ask('POST …/IncomingPhoneNumbers.json', { PhoneNumber: '+18089250001' });
    expect([taken.status, taken.body.code]).toEqual([400, 21422]);
    const reply = await askTwilio(twilio, 'GET …/Balance.json', { user: other.sid, password: 'other' });
    expect(reply.status).toBe(401);
  });

  it('tells of an account that is suspended only that it is', async () => {
    await open({ status: 'suspended' });
    expect((await ask('GET ….json')).body).toMatchObject({ status: 'suspended' });
    expect(await ask('GET …/Calls.json')).toMatchObject({ status: 403, body: { code: 20005 } });
  });

  it('sells a number, which is then nobody else’s', async () => {
    const offered = (await ask('GET …/AvailablePhoneNumbers/US/Local.json?Contains=808925&PageSize=2')).body;
    const [first] = offered.available_phone_numbers as { phone_number: string }[];
    expect(offered.available_phone_numbers).toHaveLength(2);
    const { phone_number: PhoneNumber = '' } = first ?? {};
    expect(await ask('POST …/IncomingPhoneNumbers.json', { PhoneNumber })).toMatchObject({
      status: 201,
      body: { phone_number: PhoneNumber, status: 'in-use', voice_url: 'https://demo.twilio.com/welcome/voice/' },
    });
    expect((await ask('POST …/IncomingPhoneNumbers.json', { PhoneNumber })).body.code).toBe(21422);
    expect(JSON.stringify(await ask('GET …/AvailablePhoneNumbers/US/Local.json'))).not.toContain(PhoneNumber);
  });

  it('sells numbers of countries that ask for papers only with an approved bundle', async () => {
    const form = { PhoneNumber: '+331590000001' };
    const { available_phone_numbers: offers } = (await ask('GET …/AvailablePhoneNumbers/FR/Local.json')).body;
    const [{ phone_number: PhoneNumber } = { phone_number: form.PhoneNumber }] = offers as { phone_number: string }[];
    expect((await ask('POST …/IncomingPhoneNumbers.json', { PhoneNumber })).body.code).toBe(21649);
    const draft = twilio.account.addBundle({ status: 'draft' });
    const early = await ask('POST …/IncomingPhoneNumbers.json', { PhoneNumber, BundleSid: draft.sid });
    expect(early.body.code).toBe(21649);
    const { sid: BundleSid } = twilio.account.addBundle();
    expect((await ask('POST …/IncomingPhoneNumbers.json', { PhoneNumber, BundleSid })).status).toBe(201);
    expect((await ask(`GET /v2/RegulatoryCompliance/Bundles/${BundleSid}`)).body.status).toBe('twilio-approved');
  });

  it('finds numbers by a part, digit by digit where asked', async () => {
    for (const phone_number of ['+33159000001', '+33159000012']) twilio.account.addNumber({ phone_number });
    const found = async (asked: string) =>
      numbers((await ask(`GET …/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(asked)}`)).body).length;
    expect([await found('+33159'), await found('+33159000001'), await found('0*12'), await found('777')]).toEqual([
      2, 1, 1, 0,
    ]);
  });

  it('has a trunk and an application take each other’s place, and lets an empty text clear', async () => {
    const { sid } = twilio.account.addNumber({ phone_number: '+33159000001' });
    const { sid: VoiceApplicationSid } = twilio.account.addApplication({});
    const { trunk_sid: TrunkSid } = twilio.account.addTrunk('sip:sip.vapi.ai');
    const change = (form: Record<string, string>) => ask(`POST …/IncomingPhoneNumbers/${sid}.json`, form);
    const both = ({ body }: Awaited<ReturnType<typeof ask>>) => [body.voice_application_sid, body.trunk_sid];
    expect(both(await change({ VoiceApplicationSid }))).toEqual([VoiceApplicationSid, null]);
    expect(both(await change({ TrunkSid }))).toEqual([null, TrunkSid]);
    expect(both(await change({ VoiceApplicationSid }))).toEqual([VoiceApplicationSid, null]);
    const cleared = await change({ VoiceUrl: '', VoiceApplicationSid: '', TrunkSid: '' });
    expect([...both(cleared), cleared.body.voice_url]).toEqual([null, null, '']);
    expect((await change({ VoiceUrl: 'nowhere' })).body.code).toBe(21402);
    expect((await change({ VoiceMethod: 'PUT' })).body.code).toBe(21403);
    const { body } = await ask(`GET /v1/Trunks/${TrunkSid}/OriginationUrls`);
    expect(body).toMatchObject({
      origination_urls: [{ sip_url: 'sip:sip.vapi.ai' }],
      meta: { key: 'origination_urls' },
    });
  });

  it('gives pages', async () => {
    for (let at = 1; at <= 5; at += 1) twilio.account.addNumber({ phone_number: `+3315900000${at}` });
    const seen: unknown[] = [];
    let next: unknown = `/2010-04-01/Accounts/${testAccount.accountSid}/IncomingPhoneNumbers.json?PageSize=2`;
    while (typeof next === 'string') {
      const { body } = await ask(`GET ${next}`);
      seen.push(...numbers(body).map((each) => each.phone_number));
      next = body.next_page_uri;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1].map((at) => `+3315900000${at}`));
  });

  it('knows prices and regions', async () => {
    expect((await ask('GET /v1/PhoneNumbers/Countries/FR')).body).toMatchObject({
      price_unit: 'USD',
      phone_number_prices: expect.arrayContaining([
        { number_type: 'toll free', base_price: '25.00', current_price: '25.00' },
      ]) as unknown,
    });
    expect((await ask('GET /v2/Voice/Countries/XX')).body.code).toBe(20404);
    twilio.account.addNumber({ phone_number: '+33159000001' });
    twilio.account.regions.set('+33159000001', 'ie1');
    expect((await ask('GET /v2/PhoneNumbers/%2B33159000001')).body.voice_region).toBe('ie1');
  });

  it('fails as it is told: before, after, and with what was there before', async () => {
    twilio.faults.next({ method: 'POST' }, { kind: 'cut', when: 'after' });
    const form = { PhoneNumber: '+18089250001' };
    await expect(ask('POST …/IncomingPhoneNumbers.json', form)).rejects.toThrow();
    twilio.faults.next({}, { kind: 'stale' });
    expect(numbers((await ask('GET …/IncomingPhoneNumbers.json')).body)).toEqual([]);
    expect(numbers((await ask('GET …/IncomingPhoneNumbers.json')).body)).toHaveLength(1);
    twilio.faults.next({}, { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    expect((await ask('GET ….json')).body).toMatchObject({ code: 20429, status: 429 });
    twilio.faults.next({}, { kind: 'status', status: 503 });
    expect((await ask('GET ….json')).status).toBe(503);
    expect((await ask('GET …/Nothing.json')).body.code).toBe(20404);
  });

  it('makes calls, shows them by day and number, and ends them', async () => {
    twilio.account.addNumber({ phone_number: '+33159000001' });
    const form = { To: '+33612345678', From: '+33159000001', Url: 'https://example.com/' };
    expect((await ask('POST …/Calls.json', { ...form, To: '06' })).body.code).toBe(21211);
    expect((await ask('POST …/Calls.json', { ...form, From: '+33612345678' })).body.code).toBe(21210);
    const made = await ask('POST …/Calls.json', form);
    expect(made).toMatchObject({ status: 201, body: { status: 'queued', direction: 'outbound-api' } });
    const path = `…/Calls/${String(made.body.sid)}.json`;
    expect((await ask(`POST ${path}`, { Status: 'canceled' })).body.status).toBe('canceled');
    expect((await ask(`POST ${path}`, { Status: 'completed' })).body.code).toBe(21220);
    const start_time = 'Sat, 21 Nov 2026 10:00:00 +0000';
    twilio.account.addCall({ to: '+33159000001', from: '+33612345678', start_time, status: 'completed' });
    const count = async (query: string) => ((await ask(`GET …/Calls.json?${query}`)).body.calls as unknown[]).length;
    expect(await count('To=%2B33159000001')).toBe(1);
    expect(await count('StartTime=2026-11-21')).toBe(1);
    expect(await count('StartTime%3C=2026-11-20')).toBe(0);
    expect(await count('StartTime%3E=2026-11-21T11:00:00Z')).toBe(0);
  });

  it('plays recordings, which sound like silence', async () => {
    const { sid } = twilio.account.addRecording({ call_sid: 'CA1', duration: '2' });
    const authorization = `Basic ${Buffer.from(`${testAccount.accountSid}:${testAccount.authToken}`).toString('base64')}`;
    const path = `${twilio.url}/2010-04-01/Accounts/${testAccount.accountSid}/Recordings/${sid}`;
    const reply = await fetch(`${path}.wav`, { headers: { authorization } });
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect([reply.headers.get('content-type'), bytes.length]).toEqual(['audio/x-wav', 16_044]);
    expect((await fetch(`${path}.mp3`)).status).toBe(401);
    expect((await fetch(`${path}.mp3`, { headers: { authorization } })).headers.get('content-type')).toBe('audio/mpeg');
  });
});
