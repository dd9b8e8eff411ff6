import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStandIns } from './stand-ins.js';

describe('the stand-ins of a process', () => {
  let dataDir: string;

  beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'stand-ins-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each([
    ['the sandbox is off', { SANDBOX: 'off' }],
    ['the operator has all accounts', { SANDBOX: 'on', CAL_API_KEY: 'cal_live_theirs', VAPI_API_KEY: 'theirs' }],
  ])('are none where %s', async (_, env) => {
    expect(await openStandIns({ ...env, DATA_DIR: dataDir })).toBeNull();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it.each(['development', 'production'])(
    'are a Cal.com that takes the key of this process, in %s',
    async (NODE_ENV) => {
      const standIns = await openStandIns({ SANDBOX: 'on', NODE_ENV, DATA_DIR: dataDir });
      const { CAL_API_KEY, CAL_BASE_URL } = standIns?.env ?? {};

      const me = await fetch(`${CAL_BASE_URL}/v2/me`, { headers: { authorization: `Bearer ${CAL_API_KEY}` } });
      expect(await me.json()).toMatchObject({ data: { email: 'contact@legourmet.fr' } });
      await standIns?.close();
      await expect(fetch(`${CAL_BASE_URL}/v2/me`)).rejects.toThrow();
    },
  );

  it('have the same key at each start in development', async () => {
    const keys: (string | undefined)[] = [];
    for (let start = 0; start < 2; start += 1) {
      const standIns = await openStandIns({ SANDBOX: 'on', DATA_DIR: dataDir });
      keys.push(standIns?.env.CAL_API_KEY);
      await standIns?.close();
    }

    expect(keys[0]).toMatch(/^cal_[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('are a Vapi that takes the key of this process, and can be found by others in the data folder', async () => {
    const standIns = await openStandIns({ SANDBOX: 'on', CAL_API_KEY: 'cal_live_theirs', DATA_DIR: dataDir });
    const { VAPI_API_KEY, VAPI_BASE_URL } = standIns?.env ?? {};

    const headers = { authorization: `Bearer ${VAPI_API_KEY}` };
    expect((await fetch(`${VAPI_BASE_URL}/assistant`, { headers })).status).toBe(200);
    expect(Object.keys(standIns?.env ?? {})).toEqual([
      ...['VAPI_API_KEY', 'VAPI_BASE_URL'],
      ...['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_BASE_URL'],
      ...['OPENAI_API_KEY', 'OPENAI_BASE_URL'],
    ]);
    expect(standIns?.hasCalendar).toBe(false);
    const file = join(dataDir, 'sandbox-vapi-address.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ url: VAPI_BASE_URL, apiKey: VAPI_API_KEY });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await standIns?.close();
    await expect(fetch(`${VAPI_BASE_URL}/assistant`)).rejects.toThrow();
  });

  it('are a Twilio with the restaurant’s number, and a model that answers by what is said', async () => {
    const standIns = await openStandIns({ SANDBOX: 'on', DATA_DIR: dataDir });
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN, TWILIO_BASE_URL, ...rest } = standIns?.env ?? {};
    const basic = Buffer.from(`${sid}:${TWILIO_AUTH_TOKEN}`).toString('base64');
    const numbers = await fetch(`${TWILIO_BASE_URL}/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`, {
      headers: { authorization: `Basic ${basic}` },
    });
    expect(await numbers.json()).toMatchObject({ incoming_phone_numbers: [{ phone_number: '+33123456789' }] });
    const answer = await fetch(`${rest.OPENAI_BASE_URL}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${rest.OPENAI_API_KEY}` },
      body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'Hello?' }] }),
    });
    expect(await answer.json()).toMatchObject({ choices: [{ message: { role: 'assistant' } }] });
    await standIns?.close();
  });

  it.each([
    ['a Twilio', 'TWILIO_ACCOUNT_SID', ['VAPI_API_KEY', 'VAPI_BASE_URL']],
    [
      'a model',
      'OPENAI_API_KEY',
      ['VAPI_API_KEY', 'VAPI_BASE_URL', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_BASE_URL'],
    ],
  ])('are without %s that the operator has', async (_, name, rest) => {
    const standIns = await openStandIns({ SANDBOX: 'on', CAL_API_KEY: 'theirs', [name]: 'theirs', DATA_DIR: dataDir });
    expect(Object.keys(standIns?.env ?? {})).toEqual(rest);
    await standIns?.close();
  });

  it.each([
    ['sandbox-twilio.json', 'CAL_API_KEY'],
    ['sandbox-calcom.json', 'VAPI_API_KEY'],
    ['sandbox-vapi.json', 'CAL_API_KEY'],
  ])('do not keep the server from starting when %s is damaged', async (file, others) => {
    writeFileSync(join(dataDir, file), '{');
    expect(await openStandIns({ SANDBOX: 'on', DATA_DIR: dataDir, [others]: 'theirs' })).toBeNull();

    const standIns = await openStandIns({ SANDBOX: 'on', DATA_DIR: dataDir });
    expect(Object.keys(standIns?.env ?? {})).toContain(others);
    await standIns?.close();
  });
});
