import { InstantClock } from '../../testing/instant-clock.js';
import { testAccount } from '../testing/twilio-client.js';
import { TwimlServer } from '../testing/twiml-server.js';
import { TwilioStandIn } from '../twilio-stand-in.js';
import type { TwilioCallOutcome } from './played-call.js';
import type { TwilioRingOptions } from './scenario.js';
import { silentMp3, silentWav } from './silence.js';
import { twilioSignature } from './twilio-signature.js';

const to = '+33159000001';
const from = '+33612345678';
let server: TwimlServer;
let twilio: TwilioStandIn;

beforeEach(async () => {
  server = new TwimlServer();
  await server.open();
  twilio = await TwilioStandIn.open({ ...testAccount, clock: new InstantClock() });
  twilio.account.addNumber({
    phone_number: to,
    voice_url: `${server.url}/voice`,
    status_callback: `${server.url}/status`,
  });
});

afterEach(async () => {
  await twilio.close();
  await server.close();
});

const ring = (options: Partial<TwilioRingOptions> = {}) => twilio.ring({ to, from, ...options });
const spoken = ({ dialogue }: TwilioCallOutcome) => dialogue.map(({ who, text }) => `${who}: ${text}`);
const codes = ({ alerts }: TwilioCallOutcome) => alerts.map(({ error_code: code }) => code);
const asked = (path: string) => server.asked.filter((each) => each.path.split('?')[0] === path);
const question = (text: string, action: string) =>
  `<Response><Gather input="speech" language="fr-FR" actionOnEmptyResult="true" action="${action}"><Say language="fr-FR" voice="Polly.Lea-Neural">${text}</Say></Gather></Response>`;

describe('a caller on a number that asks a server', () => {
  it('talks with it turn by turn until they have nothing more to say', async () => {
    server.answers = {
      '/voice': () => question('Bonjour &amp; bienvenue', '/turn?n=1'),
      '/turn': () => question('Pour combien ?', 'turn?n=2'),
    };
    const call = await ring({ replies: ['Une table', { says: 'Quatre', confidence: 0.5 }] });
    expect(spoken(call)).toEqual([
      'line: Bonjour & bienvenue',
      'caller: Une table',
      'line: Pour combien ?',
      'caller: Quatre',
      'line: Pour combien ?',
    ]);
    expect(call).toMatchObject({ status: 'completed', hungUpBy: 'caller', target: { kind: 'server' }, alerts: [] });
    expect(asked('/turn').map(({ path, form }) => [path, form.get('SpeechResult'), form.get('Confidence')])).toEqual([
      ['/turn?n=1', 'Une table', '0.93'],
      ['/turn?n=2', 'Quatre', '0.5'],
    ]);
  });

  it('proves each request, over what was really sent', async () => {
    server.answers = { '/voice': () => question('Oui ?', '/turn?n=1&amp;x=%20é') };
    await ring({ replies: ['Été à la plage + 1'], callerName: '' });
    for (const { method, path, headers, form } of server.asked) {
      const posted = method === 'POST' ? form : new URLSearchParams();
      const expected = twilioSignature(testAccount.authToken, server.url + path, posted);
      expect([path, headers['x-twilio-signature']]).toEqual([path, expected]);
      expect(headers['i-twilio-idempotency-token']).toMatch(/^[\da-f-]{36}$/);
    }
    expect(server.asked).toHaveLength(3);
  });

  it('tells all that Twilio tells of a call', async () => {
    server.answers = { '/voice': () => '<Response><Hangup/></Response>' };
    const call = await ring({ forwardedFrom: '+33100000000' });
    const [{ form } = { form: new URLSearchParams() }] = asked('/voice');
    expect(Object.fromEntries(form)).toMatchObject({
      CallSid: call.sid,
      AccountSid: testAccount.accountSid,
      From: from,
      To: to,
      Caller: from,
      Called: to,
      CallStatus: 'ringing',
      ApiVersion: '2010-04-01',
      Direction: 'inbound',
      ForwardedFrom: '+33100000000',
      FromCountry: 'FR',
      ToCity: '',
    });
    const [{ form: last } = { form: new URLSearchParams() }] = asked('/status');
    expect(Object.fromEntries(last)).toMatchObject({
      CallStatus: 'completed',
      CallDuration: '1',
      Duration: '1',
      SequenceNumber: '0',
      CallbackSource: 'call-progress-events',
      Timestamp: expect.stringMatching(/ \+0000$/) as unknown,
    });
    expect(twilio.account.calls.find(call.sid)).toMatchObject({ status: 'completed', duration: '1', price: '-0.0085' });
  });

  it('is silent, and is asked again only where silence leads somewhere', async () => {
    server.answers = { '/voice': () => question('Allô ?', '/turn'), '/turn': () => '<Response><Hangup/></Response>' };
    await ring({ replies: [{ isSilent: true }] });
    expect(asked('/turn')[0]?.form.has('SpeechResult')).toBe(false);
    server.answers['/voice'] = () =>
      '<Response><Gather input="speech" timeout="3"><Say>Allô ?</Say></Gather><Say>Au revoir.</Say></Response>';
    const call = await ring({ replies: [{ isSilent: true }] });
    expect(spoken(call)).toEqual(['line: Allô ?', 'line: Au revoir.']);
    expect(call.dialogue[1]?.atMs).toBeGreaterThanOrEqual(3400);
  });

  it('speaks into a question, unless that is forbidden, and presses keys', async () => {
    const parts = '<Say>Premièrement.</Say><Say>Deuxièmement.</Say>';
    const gather = (more: string) =>
      `<Response><Gather input="dtmf speech" action="/end" ${more}>${parts}</Gather></Response>`;
    server.answers = { '/voice': () => gather(''), '/end': () => '<Response/>' };
    const cut = await ring({ replies: [{ says: 'Stop', bargesIn: true }] });
    expect(cut.dialogue.map(({ text, isCut = false }) => [text, isCut])).toEqual([
      ['Premièrement.', true],
      ['Stop', false],
    ]);
    server.answers['/voice'] = () => gather('bargeIn="false" numDigits="2"');
    expect(spoken(await ring({ replies: [{ says: 'Stop', bargesIn: true }] }))).toHaveLength(3);
    await ring({ replies: [{ presses: '123#' }] });
    expect(asked('/end').at(-1)?.form.get('Digits')).toBe('12');
  });

  it('hears sounds, whose type must be what they are', async () => {
    server.answers = {
      '/voice': () => '<Response><Play>/a.wav</Play><Play>/b.mp3</Play><Play>/c.wav</Play><Play>/d</Play></Response>',
      '/a.wav': () => ({ type: 'audio/wav', body: silentWav(2) }),
      '/b.mp3': () => ({ type: 'audio/mpeg', body: silentMp3(1) }),
      '/c.wav': () => ({ type: 'audio/wav', body: silentMp3(1) }),
    };
    const call = await ring();
    expect(call.dialogue.map(({ sound }) => sound?.url)).toEqual([`${server.url}/a.wav`, `${server.url}/b.mp3`]);
    expect(call.seconds).toBe(3);
    expect(codes(call)).toEqual(['12300', '11200']);
    expect(call.status).toBe('completed');
  });

  it('follows redirects, as documents and as answers, which lose what was posted', async () => {
    server.answers = {
      '/voice': () => '<Response><Pause length="2"/><Redirect method="GET">/next?a=1</Redirect></Response>',
      '/next': () => ({ status: 302, location: '/last' }),
      '/last': () => '<Response><Say>Enfin</Say></Response>',
    };
    expect(spoken(await ring())).toEqual(['line: Enfin']);
    expect(asked('/next')[0]?.path).toContain('/next?a=1&CallSid=CA');
    expect(asked('/last')[0]).toMatchObject({ method: 'GET', path: '/last' });
  });

  it('leaves a message', async () => {
    server.answers = {
      '/voice': () =>
        `<Response><Record action="/left" maxLength="30" recordingStatusCallback="${server.url}/recorded"/></Response>`,
      '/left': () => '<Response/>',
    };
    const call = await ring({ replies: ['Rappelez-moi demain'] });
    const [recording] = twilio.account.recordings.list();
    expect(recording).toMatchObject({ call_sid: call.sid, duration: '2' });
    expect(asked('/left')[0]?.form.get('RecordingSid')).toBe(recording?.sid);
    expect(asked('/recorded')[0]?.form.get('RecordingStatus')).toBe('completed');
  });

  it('is passed on to whoever answers, who hears a whisper first', async () => {
    const number = `<Number url="/whisper" statusCallback="/child" statusCallbackEvent="initiated answered completed">+33123456789</Number>`;
    server.answers = {
      '/voice': () => `<Response><Dial action="/dialled" callerId="${to}">${number}</Dial></Response>`,
      '/whisper': () => '<Response><Say>Un client, pour une table.</Say></Response>',
      '/dialled': () => '<Response/>',
    };
    const call = await ring({ scenario: { replies: [], dialled: [{ status: 'completed', seconds: 60 }] } });
    expect(spoken(call)).toEqual(['whisper: Un client, pour une table.']);
    const [child] = twilio.account.calls.list();
    expect(child).toMatchObject({ parent_call_sid: call.sid, direction: 'outbound-dial', status: 'completed' });
    expect(Object.fromEntries(asked('/dialled')[0]?.form ?? [])).toMatchObject({
      CallSid: call.sid,
      DialCallStatus: 'completed',
      DialCallSid: child?.sid,
      DialBridged: 'true',
    });
    expect(asked('/child').map(({ form }) => `${form.get('CallStatus')} ${form.get('SequenceNumber')}`)).toEqual([
      'initiated 0',
      'in-progress 1',
      'completed 2',
    ]);
    expect(asked('/whisper')[0]?.form.get('ParentCallSid')).toBe(call.sid);
  });

  it('comes back when nobody answers', async () => {
    server.answers = {
      '/voice': () => '<Response><Dial action="/dialled" timeout="20">+33123456789</Dial></Response>',
      '/dialled': () => '<Response><Say>Personne.</Say></Response>',
    };
    for (const status of ['no-answer', 'busy', 'failed'] as const) {
      const call = await ring({ scenario: { replies: [], dialled: [{ status }] } });
      expect([spoken(call), asked('/dialled').at(-1)?.form.get('DialCallStatus')]).toEqual([
        ['line: Personne.'],
        status,
      ]);
    }
    server.answers['/voice'] = () =>
      '<Response><Dial callerId="+15550001111">+33123456789</Dial><Say>Non</Say></Response>';
    const refused = await ring();
    expect([codes(refused), spoken(refused)]).toEqual([['13214'], ['line: Non']]);
  });

  it('is rejected without an answer, and then pays nothing', async () => {
    server.answers = { '/voice': () => '<Response><Reject reason="busy"/></Response>' };
    expect(await ring()).toMatchObject({ status: 'busy', seconds: 0 });
    expect(asked('/status')[0]?.form.get('CallStatus')).toBe('busy');
  });

  it('loses patience', async () => {
    server.answers = { '/voice': () => '<Response><Say>Un instant.</Say><Redirect/></Response>' };
    const call = await ring({ scenario: { replies: [], hangsUpAfterMs: 5000 } });
    expect([call.hungUpBy, call.status, Math.round(call.seconds)]).toEqual(['caller', 'completed', 5]);
    await expect(ring()).rejects.toThrow('without an end');
  });
});

describe('a document that Twilio cannot follow', () => {
  const faults: [string, (asked: unknown) => Awaited<ReturnType<(typeof server.answers)[string]>>, string][] = [
    ['of a server that fails', () => ({ status: 500, body: 'oops' }), '11200'],
    ['that is refused', () => ({ status: 403, body: '' }), '11200'],
    ['without a type', () => ({ type: null, body: '<Response/>' }), '11200'],
    ['of another type', () => ({ type: 'application/json', body: '{}' }), '12300'],
    ['that is no XML', () => ({ body: '<Response><Say>a & b</Say></Response>' }), '12100'],
    ['that is empty', () => ({ body: '' }), '12100'],
    ['of another root', () => ({ body: '<Say>a</Say>' }), '12100'],
  ];

  it.each(faults)('%s gives way to the fallback, which is told why', async (_, answer, code) => {
    server.answers = { '/voice': answer, '/fallback': () => '<Response><Say>Secours</Say></Response>' };
    twilio.changeNumber(to, { voice_fallback_url: `${server.url}/fallback` });
    const call = await ring();
    expect([codes(call), spoken(call)]).toEqual([[code], ['line: Secours']]);
    const told = asked('/fallback')[0]?.form;
    expect([told?.get('ErrorCode'), told?.get('ErrorUrl')]).toEqual([code, `${server.url}/voice`]);
  });

  it('that does not come in time gives way too', async () => {
    server.answers = { '/voice': () => null, '/fallback': () => '<Response><Say>Secours</Say></Response>' };
    const voice_url = `${server.url}/voice#rt=150`;
    twilio.changeNumber(to, { voice_url, voice_fallback_url: `${server.url}/fallback` });
    const call = await ring();
    expect([codes(call), spoken(call)]).toEqual([['11200'], ['line: Secours']]);
  });

  it('ends in Twilio’s own English words where there is no fallback, or that fails too', async () => {
    const call = await ring();
    expect(spoken(call)).toEqual(['line: We are sorry, an application error has occurred. Goodbye.']);
    twilio.changeNumber(to, { voice_fallback_url: 'http://127.0.0.1:9/' });
    expect(codes(await ring())).toEqual(['11200', '11205']);
    const { sid } = call;
    expect(twilio.account.events.list().filter(({ call_sid: of }) => of === sid)).toMatchObject([
      { request: { url: `${server.url}/voice` }, response: { response_code: 404 } },
    ]);
    expect(twilio.account.alerts.list().at(-1)).toMatchObject({ error_code: '11200', resource_sid: sid });
  });

  it('is followed with a warning where only parts of it are not known', async () => {
    server.answers = {
      '/voice': () =>
        '<Response><Shout>a</Shout><Gather input="speech" speechModel="phone_call" speechTimeout="auto" timeout="no"/></Response>',
    };
    const call = await ring({ replies: [{ isSilent: true }] });
    expect(codes(call)).toEqual(['12200', '12200', '13335']);
    expect(call.alerts.map(({ log_level: level }) => level)).toEqual(['warning', 'warning', 'warning']);
  });
});

describe('webhooks that go astray', () => {
  it('come again with the same token when an answer was lost', async () => {
    server.answers = { '/voice': () => question('Oui ?', '/turn'), '/turn': () => '<Response/>' };
    await ring({ replies: ['Un'], mishaps: { losesAnswer: (nth) => nth === 2 } });
    const tokens = asked('/turn').map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect([tokens.length, new Set(tokens).size]).toEqual([2, 1]);
    expect(asked('/voice')).toHaveLength(1);
  });

  it('come again as an address asks for after its #, which is not part of what is signed', async () => {
    twilio.changeNumber(to, { voice_url: `${server.url}/voice#rc=2&rp=5xx` });
    server.answers = { '/voice': () => ({ status: 503 }) };
    await ring();
    expect(asked('/voice').map(({ path }) => path)).toEqual(['/voice', '/voice', '/voice']);
  });

  it('tell of a call’s end twice, in another order, or never', async () => {
    const number = `<Number statusCallback="/status" statusCallbackEvent="initiated answered completed">+33123456789</Number>`;
    server.answers = { '/voice': () => `<Response><Dial>${number}</Dial></Response>` };
    const statusOrder = <T>(all: readonly T[]) => [...all].reverse();
    await ring({ mishaps: { statusCopies: 2, statusOrder } });
    expect(asked('/status').map(({ form }) => form.get('CallStatus'))).toEqual([
      ...['completed', 'completed', 'completed', 'completed'],
      ...['in-progress', 'in-progress', 'initiated', 'initiated'],
    ]);
    server.asked.length = 0;
    await ring({ mishaps: { statusCopies: 0 } });
    expect(asked('/status')).toEqual([]);
  });
});
