import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstantClock } from '../../testing/instant-clock.js';
import { askTwilio, testAccount } from '../testing/twilio-client.js';
import { TwimlServer } from '../testing/twiml-server.js';
import { TwilioStandIn } from '../twilio-stand-in.js';
import type { TwilioCallOutcome } from './played-call.js';
import type { TwilioRingOptions } from './scenario.js';

const to = '+33159000001';
const from = '+33612345678';
let server: TwimlServer;
let twilio: TwilioStandIn;

beforeEach(async () => {
  server = new TwimlServer();
  await server.open();
  twilio = await TwilioStandIn.open({ ...testAccount, clock: new InstantClock() });
  twilio.account.addNumber({ phone_number: to, voice_url: `${server.url}/voice` });
});

afterEach(async () => {
  await twilio.close();
  await server.close();
});

const ring = (options: Partial<TwilioRingOptions> = {}) => twilio.ring({ to, from, ...options });
const spoken = ({ dialogue }: TwilioCallOutcome) => dialogue.map(({ who, text }) => `${who}: ${text}`);
const asked = (path: string) => server.asked.filter((each) => each.path.split('?')[0] === path);

describe('where a number leads', () => {
  it('an application hides the number’s own address, a trunk hides both', async () => {
    server.answers = { '/app': () => '<Response><Say>App</Say></Response>' };
    const { sid } = twilio.account.addApplication({ voice_url: `${server.url}/app` });
    twilio.changeNumber(to, { voice_application_sid: sid });
    expect(spoken(await ring())).toEqual(['line: App']);
    expect(asked('/app')[0]?.form.get('ApplicationSid')).toBe(sid);
    const { trunk_sid } = twilio.account.addTrunk('sip:pbx.example.com');
    twilio.changeNumber(to, { trunk_sid });
    expect(await ring()).toMatchObject({ status: 'failed', target: { kind: 'trunk', sid: trunk_sid }, requests: [] });
  });

  it('Vapi takes the call, or the fallback does', async () => {
    const voice_url = 'https://api.vapi.ai/twilio/inbound_call';
    twilio.changeNumber(to, { voice_url, voice_fallback_url: `${server.url}/fallback` });
    server.answers = { '/fallback': () => '<Response><Say>Secours</Say></Response>' };
    const taken: string[] = [];
    const call = await ring({
      vapi: ({ callSid, form }) => {
        taken.push(callSid, form.get('CallStatus') ?? '');
        return Promise.resolve({ seconds: 42 });
      },
    });
    expect([call.target.kind, call.seconds, taken]).toEqual(['vapi', 42, [call.sid, 'ringing']]);
    expect(spoken(await ring({ vapi: () => Promise.resolve(null) }))).toEqual(['line: Secours']);
    expect(spoken(await ring())).toEqual(['line: Secours']);
  });

  it('nowhere: no such number, a fax, an account that is suspended, an address that was never set', async () => {
    expect(await ring({ to: '+33159000099' })).toMatchObject({ sid: '', status: 'failed' });
    twilio.account.addNumber({ phone_number: '+33159000002', voice_receive_mode: 'fax' });
    expect(await ring({ to: '+33159000002' })).toMatchObject({ status: 'failed', requests: [] });
    twilio.account.addNumber({ phone_number: '+33159000003' });
    expect(spoken(await ring({ to: '+33159000003' }))).toEqual([expect.stringContaining('has not been set up')]);
    twilio.account.settings = { ...twilio.account.settings, status: 'suspended' };
    expect(await ring()).toMatchObject({ sid: '', status: 'failed' });
  });
});

describe('a call that the API orders', () => {
  const order = async (more: [string, string][] = []) => {
    const form: [string, string][] = [['To', from], ['From', to], ['Url', `${server.url}/voice`], ...more];
    const { body } = await askTwilio(twilio, 'POST …/Calls.json', { form });
    return String(body.sid);
  };
  const events = ['initiated', 'ringing', 'answered', 'completed'];

  it('rings until it is answered, and tells of each step that was asked for', async () => {
    const gather = '<Gather input="speech" action="/turn"><Say>Bonjour</Say></Gather>';
    server.answers = { '/voice': () => `<Response>${gather}</Response>`, '/turn': () => '<Response/>' };
    const asks = events.map((event): [string, string] => ['StatusCallbackEvent', event]);
    const sid = await order([['StatusCallback', `${server.url}/status`], ...asks]);
    const call = await twilio.pickUp(sid, { replies: ['Oui ?'] });
    expect(call && spoken(call)).toEqual(['line: Bonjour', 'caller: Oui ?']);
    expect(asked('/voice')[0]?.form.get('Direction')).toBe('outbound-api');
    expect(asked('/status').map(({ form }) => form.get('CallStatus'))).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
    expect(await twilio.pickUp(sid)).toBeNull();
  });

  it('is not answered, and asks for no document', async () => {
    const sid = await order([['StatusCallback', `${server.url}/status`]]);
    expect(await twilio.pickUp(sid, { ends: 'busy' })).toMatchObject({ status: 'busy', seconds: 0 });
    expect(server.asked.map(({ path, form }) => [path, form.get('CallStatus')])).toEqual([['/status', 'busy']]);
  });

  it('goes on elsewhere, or ends, as the API says while it lasts', async () => {
    const change = async (form: Record<string, string>) => {
      const CallSid = String(server.asked[0]?.form.get('CallSid'));
      await askTwilio(twilio, `POST …/Calls/${CallSid}.json`, { form });
    };
    const documents = [
      { Twiml: '<Response><Say>Ailleurs</Say><Pause/><Say>Jamais</Say></Response>' },
      { Url: `${server.url}/next` },
      { Status: 'completed' },
    ];
    server.answers = {
      '/voice': () => '<Response><Pause/><Say>Jamais</Say></Response>',
      '/next': () => '<Response><Say>Enfin</Say><Say>Jamais</Say></Response>',
    };
    const wait = async () => {
      const next = documents.shift();
      if (next) await change(next);
    };
    const call = await ring({ clock: { now: () => new Date(), wait } });
    expect(spoken(call)).toEqual(['line: Ailleurs', 'line: Enfin']);
    expect([call.status, call.alerts]).toEqual(['completed', []]);
  });

  it('cannot be led to an address that is only a part of one, by a document of the API', async () => {
    const form = { To: from, From: to, Twiml: '<Response><Redirect>/later</Redirect></Response>' };
    const { body } = await askTwilio(twilio, 'POST …/Calls.json', { form });
    const call = await twilio.pickUp(String(body.sid));
    expect(call?.alerts[0]).toMatchObject({ error_code: '11100' });
  });
});

describe('the state of the stand-in', () => {
  it('is kept over restarts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twilio-'));
    const dataFile = join(folder, 'sandbox-twilio.json');
    const open = () => TwilioStandIn.open({ ...testAccount, clock: new InstantClock(), dataFile });
    const before = await open();
    before.account.addNumber({ phone_number: to, voice_url: `${server.url}/voice` });
    server.answers = { '/voice': () => '<Response><Say>Bonjour</Say></Response>' };
    const { sid } = await before.ring({ to, from });
    await before.close();
    const after = await open();
    expect(after.findNumber(to)).toEqual(before.findNumber(to));
    expect(after.account.calls.find(sid)?.status).toBe('completed');
    await after.close();
    await rm(folder, { recursive: true });
  });
});
