import { Secret } from '../../../kernel/config/index.js';
import { hmac } from '../../../kernel/crypto/index.js';
import type { ServerMessageBody } from '../../caller/envelope.js';
import { NumberNotAtVapi, NumberUnanswered, ScenarioNotForThisCall } from '../../sandbox.errors.js';
import { findScenario } from '../../scenarios/scenarios.js';
import { InstantClock } from '../../testing/instant-clock.js';
import { answerTools, serve, type Answer, type LocalServer } from '../../testing/webhook-receiver.js';
import { VapiStandIn, type VapiStandInOptions } from '../vapi-stand-in.js';
import type { RingOptions } from './ring-options.js';

type Message = ServerMessageBody['message'];

interface Heard {
  path: string;
  headers: Record<string, unknown>;
  raw: Buffer;
  message: Message;
}

const number = '+33123456789';
const apiKey = 'key-of-tests';

let vapi: VapiStandIn;
let server: LocalServer;
let heard: Heard[];
let answer: (message: Message, nth: number) => Answer | Promise<Answer>;

async function open(options: Partial<VapiStandInOptions> = {}): Promise<void> {
  vapi = await VapiStandIn.open({ apiKey, clock: new InstantClock(), ...options });
}

beforeEach(async () => {
  heard = [];
  answer = answerTools;
  server = await serve(({ url = '', headers }, raw) => {
    const { message } = JSON.parse(raw.toString('utf8')) as ServerMessageBody;
    heard.push({ path: url, headers, raw, message });
    return answer(message, heard.length);
  });
  await open();
});

afterEach(async () => {
  await vapi.close();
  await server.close();
});

const at = (path: string, more: object = {}) => ({ url: `${server.url}${path}`, ...more });
const tool = (name: string, more: object = {}) =>
  vapi.add('tool', { type: 'function', function: { name, parameters: { type: 'object', properties: {} } }, ...more })
    .id;

function assistantWith(members: Record<string, unknown> = {}, toolIds: string[] = []) {
  return vapi.add('assistant', {
    name: 'Accueil',
    firstMessage: 'Bonjour, je suis une intelligence artificielle.',
    model: { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'Soyez bref.' }], toolIds },
    server: at('/assistant'),
    ...members,
  }).id;
}

const line = (members: Record<string, unknown>) =>
  vapi.add('phone-number', { provider: 'twilio', number, twilioAccountSid: 'AC1', twilioAuthToken: 't', ...members })
    .id;

const ring = (key: string, options: Partial<RingOptions> = {}) => {
  const scenario = findScenario(key);
  if (!scenario) throw new Error(`no scenario ${key}`);
  return vapi.ring({ number, scenario, ...options });
};
const kinds = (messages: readonly Heard[] = heard) => [...new Set(messages.map(({ message }) => message.type))];
const report = () => heard.find(({ message }) => message.type === 'end-of-call-report')?.message as Message;

describe('a number of the played Vapi that is rung', () => {
  it('is answered by its assistant, in its own words, and tells its server', async () => {
    line({ assistantId: assistantWith() });

    const { call, undelivered } = await ring('angry-caller-hangs-up', { from: '+33612000000' });

    expect(undelivered).toBe(0);
    expect(heard.map(({ headers }) => headers['x-call-id'])).toEqual(heard.map(() => call.id));
    expect(heard[0]?.message).toMatchObject({
      type: 'status-update',
      status: 'ringing',
      customer: { number: '+33612000000' },
      phoneNumber: { number, twilioAuthToken: 't' },
      assistant: { name: 'Accueil', model: { model: 'gpt-4.1' } },
    });
    expect(JSON.stringify(report())).toContain('Bonjour, je suis une intelligence artificielle.');
  });

  it('stands in the list of calls afterwards, with what came of it', async () => {
    const assistantId = assistantWith();
    const phoneNumberId = line({ assistantId });

    const { call } = await ring('angry-caller-hangs-up');

    const found = await fetch(`${vapi.url}/call?assistantId=${assistantId}&phoneNumberId=${phoneNumberId}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    expect(await found.json()).toEqual([call]);
    expect(call).toMatchObject({
      type: 'inboundPhoneCall',
      status: 'ended',
      endedReason: 'customer-ended-call',
      assistantId,
      phoneNumberId,
      artifact: { transcript: expect.stringContaining('AI: Bonjour') as string },
      cost: expect.any(Number) as number,
    });
    expect(Date.parse(String(call.endedAt))).toBeGreaterThan(Date.parse(String(call.startedAt)));
  });

  it('tells one server only: the first of tool, assistant, number and organisation', async () => {
    await vapi.close();
    await open({ orgServer: at('/org') });
    const own = tool('leave_message', { server: at('/tool') });
    const shared = assistantWith({}, [own]);
    const id = line({ assistantId: shared, server: at('/number') });
    const paths = () => [...new Set(heard.splice(0).map(({ path }) => path))].sort();

    await ring('message-for-the-team');
    expect(paths()).toEqual(['/assistant', '/tool']);
    vapi.change('assistant', shared, { server: null });
    await ring('message-for-the-team');
    expect(paths()).toEqual(['/number', '/tool']);
    vapi.change('phone-number', id, { server: null });
    vapi.change('tool', own, { server: null });
    await ring('message-for-the-team');
    expect(paths()).toEqual(['/org']);
  });

  it('tells what is subscribed to, and what Vapi tells by itself where nothing is', async () => {
    const assistantId = assistantWith({ serverMessages: ['status-update', 'transcript[transcriptType="final"]'] });
    line({ assistantId });

    await ring('angry-caller-hangs-up');
    expect(kinds().sort()).toEqual(['status-update', 'transcript']);
    const parts = heard.filter(({ message }) => message.type === 'transcript').map(({ message }) => message);
    expect(new Set(parts.map(({ transcriptType }) => transcriptType))).toEqual(new Set(['final']));

    heard.length = 0;
    vapi.change('assistant', assistantId, { serverMessages: null });
    await ring('angry-caller-hangs-up');
    expect(kinds()).toContain('speech-update');
    expect(kinds()).not.toContain('transcript');
  });

  it('proves itself as the credential says, and headers written by hand win', async () => {
    const secret = new Secret('of the server');
    const credential = (authenticationPlan: object) =>
      vapi.add('credential', { provider: 'custom-credential', authenticationPlan }).id;
    const asHeader = credential({
      type: 'bearer',
      token: secret.reveal(),
      headerName: 'X-Vapi-Secret',
      bearerPrefixEnabled: false,
    });
    const signing = credential({ type: 'hmac', secretKey: secret.reveal(), algorithm: 'sha256' });
    const bearer = credential({ type: 'bearer', token: secret.reveal() });
    const assistantId = assistantWith();
    line({ assistantId });
    const first = async (more: object) => {
      heard.length = 0;
      vapi.change('assistant', assistantId, { server: at('/assistant', more) });
      await ring('angry-caller-hangs-up');
      return heard[0] as Heard;
    };

    expect((await first({ credentialId: asHeader })).headers).toMatchObject({ 'x-vapi-secret': 'of the server' });
    expect((await first({ credentialId: bearer })).headers).toMatchObject({ authorization: 'Bearer of the server' });
    const { headers, raw } = await first({ credentialId: signing });
    const signed = hmac('sha256', secret, `${String(headers['x-timestamp'])}.`, raw).toString('hex');
    expect(headers['x-signature']).toBe(signed);
    const byHand = await first({ credentialId: asHeader, headers: { 'X-Vapi-Secret': 'by hand' } });
    expect(byHand.headers).toMatchObject({ 'x-vapi-secret': 'by hand' });
  });

  it('sends again only where the server has a plan for it, and goes on with the call in any case', async () => {
    const assistantId = assistantWith({ serverMessages: ['end-of-call-report'] });
    line({ assistantId });
    answer = () => ({ status: 503, body: {} });

    const { undelivered, call } = await ring('angry-caller-hangs-up');
    expect([heard.length, undelivered, call.status]).toEqual([1, 1, 'ended']);

    heard.length = 0;
    const backoffPlan = { type: 'exponential', maxRetries: 3, baseDelaySeconds: 1, excludedStatusCodes: [401] };
    vapi.change('assistant', assistantId, { server: at('/assistant', { backoffPlan }) });
    await ring('angry-caller-hangs-up');
    expect(heard).toHaveLength(4);
    answer = () => ({ status: 401, body: {} });
    await ring('angry-caller-hangs-up');
    expect(heard).toHaveLength(5);
  });

  it('uses the tools that the assistant has, and no other', async () => {
    const assistantId = assistantWith();
    line({ assistantId });

    await ring('message-for-the-team');
    expect(kinds()).not.toContain('tool-calls');

    heard.length = 0;
    const toolIds = [tool('leave_message')];
    vapi.change('assistant', assistantId, { model: { provider: 'openai', model: 'gpt-4.1', toolIds } });
    const { answers } = await ring('message-for-the-team');
    expect([...answers.values()]).toEqual(['Réponse du serveur.']);
    const asked = heard.find(({ message }) => message.type === 'tool-calls')?.message;
    expect(asked?.toolWithToolCallList).toMatchObject([{ type: 'function', function: { name: 'leave_message' } }]);
    expect(JSON.stringify(asked?.toolWithToolCallList)).not.toContain(toolIds[0]);
  });

  it('fails the call of an assistant with a tool that is gone', async () => {
    line({ assistantId: assistantWith({}, ['gone']) });

    const { call } = await ring('message-for-the-team');

    expect(call.endedReason).toBe('call.start.error-get-assistant');
    expect(call.startedAt).toBeUndefined();
  });

  it('is recorded and analysed as the assistant wants it', async () => {
    const assistantId = assistantWith();
    line({ assistantId });
    await ring('angry-caller-hangs-up');
    expect(report().analysis).not.toHaveProperty('structuredData');
    expect(report().artifact).toHaveProperty('recordingUrl');

    heard.length = 0;
    const schema = { type: 'object', properties: { satisfaction: { type: 'integer' } } };
    vapi.change('assistant', assistantId, {
      artifactPlan: { recordingEnabled: false },
      analysisPlan: { structuredDataPlan: { enabled: true, schema }, summaryPlan: { enabled: false } },
    });
    await ring('angry-caller-hangs-up');
    expect(report().analysis).toMatchObject({ structuredData: { satisfaction: expect.any(Number) as number } });
    expect(report().analysis).not.toHaveProperty('summary');
    expect(report().artifact).not.toHaveProperty('recordingUrl');
  });

  it('transfers where its tool says, asks where the tool does not, and not at all without one', async () => {
    const transferCall = (destinations: object[]) => vapi.add('tool', { type: 'transferCall', destinations }).id;
    const mode = 'warm-transfer-say-summary';
    const fixed = transferCall([{ type: 'number', number: '+33199000001', transferPlan: { mode } }]);
    const open = transferCall([]);
    const assistantId = assistantWith();
    line({ assistantId });
    const endOf = async (toolIds: string[]) => {
      vapi.change('assistant', assistantId, { model: { provider: 'openai', model: 'gpt-4.1', toolIds } });
      return (await ring('transfer')).call;
    };
    answer = (message) => ({
      status: 200,
      body: message.type === 'transfer-destination-request' ? { destination: { number: '+33199000002' } } : {},
    });

    expect(await endOf([fixed])).toMatchObject({
      endedReason: 'assistant-forwarded-call',
      destination: { number: '+33199000001' },
      artifact: { transfers: [{ mode, status: 'connected' }] },
    });
    expect(kinds()).not.toContain('transfer-destination-request');
    expect(await endOf([open])).toMatchObject({ destination: { number: '+33199000002' } });
    expect(kinds()).toContain('transfer-destination-request');
    expect(await endOf([])).toMatchObject({ endedReason: 'customer-ended-call' });
  });

  it('asks the server of the number who answers, where it has no assistant', async () => {
    const assistantId = assistantWith();
    line({ server: at('/number') });
    const answering = async (body: object, status = 200) => {
      answer = (message) => (message.type === 'assistant-request' ? { status, body } : { status: 200, body: {} });
      heard.length = 0;
      return (await ring('angry-caller-hangs-up')).call;
    };

    expect(await answering({ assistantId })).toMatchObject({ assistantId, endedReason: 'customer-ended-call' });
    expect(heard.map(({ path }) => path).slice(0, 2)).toEqual(['/number', '/assistant']);
    const assistant = { firstMessage: 'À vous.', server: at('/transient') };
    expect(await answering({ assistant })).toMatchObject({
      artifact: { transcript: expect.stringContaining('À vous') as string },
    });
    expect(await answering({ error: 'Fermé.' })).toMatchObject({ endedReason: 'assistant-request-returned-error' });
    expect(JSON.stringify(report())).toContain('Fermé.');
    expect((await answering({})).endedReason).toBe('assistant-request-returned-no-assistant');
    expect((await answering({}, 500)).endedReason).toBe('assistant-request-failed');
    expect((await answering({ destination: { type: 'number', number: '+33199000003' } })).destination).toMatchObject({
      number: '+33199000003',
    });
  });

  it('is not rung where nobody could answer', async () => {
    await expect(ring('taken')).rejects.toThrow(NumberNotAtVapi);
    line({});
    await expect(ring('taken')).rejects.toThrow(NumberUnanswered);
    await expect(ring('voicemail')).rejects.toThrow(ScenarioNotForThisCall);
  });
});

describe('a call that the played Vapi has under way', () => {
  const control = (url: string, body: object) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const during = async (body: object, nth = 8) => {
    let replied = 0;
    let sent = 0;
    const played = await ring('message-for-the-team', {
      onEvent: async ({ event }) => {
        sent += 1;
        const { monitor } = event.write().message.call as unknown as { monitor: { controlUrl: string } };
        if (sent === nth) replied = (await control(monitor.controlUrl, body)).status;
      },
    });
    return { ...played, replied, transcript: (played.call.artifact as { transcript: string }).transcript };
  };

  beforeEach(() => void line({ assistantId: assistantWith() }));

  it('says what it is told to', async () => {
    const { replied, transcript, call } = await during({ type: 'say', content: 'Un instant.' });

    expect([replied, vapi.controls]).toEqual([
      200,
      [{ callId: call.id, body: { type: 'say', content: 'Un instant.' } }],
    ]);
    expect(transcript).toContain('AI: Un instant.\n');
    expect(call.endedReason).toBe('customer-ended-call');
  });

  it('ends when it is told to, or after what it has still to say', async () => {
    const whole = (await during({ type: 'control', control: 'mute-customer' })).transcript;
    const cut = await during({ type: 'end-call' });
    const spoken = await during({ type: 'say', content: 'Au revoir.', endCallAfterSpoken: true });

    expect(cut.call.endedReason).toBe('assistant-ended-call');
    expect(cut.transcript.length).toBeLessThan(whole.length);
    expect(spoken.transcript).toMatch(/AI: Au revoir\.\n$/);
  });

  it('is silent while it is muted', async () => {
    const { transcript } = await during({ type: 'control', control: 'mute-assistant' });

    expect(transcript.match(/^AI:/gm)).toHaveLength(1);
    expect(transcript.match(/^User:/gm)?.length).toBeGreaterThan(1);
  });

  it('goes where it is sent', async () => {
    const destination = { type: 'number', number: '+33199000009' };
    const { call } = await during({ type: 'transfer', destination, content: 'Je vous mets en relation.' });

    expect(call).toMatchObject({ endedReason: 'assistant-forwarded-call', destination: { number: '+33199000009' } });
    expect(heard.map(({ message }) => message.status)).toContain('forwarding');
  });

  it('listens to its own address only, and to what makes sense, while it lasts', async () => {
    expect((await during({ type: 'shout' })).replied).toBe(400);
    const { call } = await during({ type: 'say', content: 'Oui.' });
    const { controlUrl } = call.monitor as { controlUrl: string };

    expect((await control(controlUrl, { type: 'end-call' })).status).toBe(404);
    expect((await control(controlUrl.replace(/.$/, '_'), { type: 'end-call' })).status).toBe(404);
  });
});
