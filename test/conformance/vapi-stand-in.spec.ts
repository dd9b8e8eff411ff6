import { scenarios, VapiStandIn } from '../../src/sandbox/index.js';
import { describedAs } from '../../src/sandbox/testing/described-as.js';
import { InstantClock } from '../../src/sandbox/testing/instant-clock.js';
import { vapiReplyFaults, vapiRequestFaults } from '../../src/sandbox/testing/vapi-exchanges.js';
import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import { answerTools, serve, type LocalServer } from '../../src/sandbox/testing/webhook-receiver.js';
import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';

const description = specFile('vapi.json');
const apiKey = 'key-of-tests';
const number = '+33123456789';
const toolNames = ['leave_message', 'availability_read', 'appointment_create', 'appointment_read'];

type Body = Parameters<typeof describedAs>[0];

describeWhere(description !== null)('the played Vapi, by the description of Vapi', () => {
  const check = vapiMessageCheck(description ?? '');
  let vapi: VapiStandIn;
  let server: LocalServer;
  let told: Body[];

  beforeEach(async () => {
    told = [];
    server = await serve((_, raw) => {
      const body = JSON.parse(raw.toString('utf8')) as Body;
      told.push(body);
      const { type } = body.message;
      if (type === 'assistant-request') return { status: 200, body: { assistantId: vapi.list('assistant')[0]?.id } };
      if (type === 'transfer-destination-request')
        return { status: 200, body: { destination: { type: 'number', number: '+33199000001' } } };
      return answerTools(body.message);
    });
    vapi = await VapiStandIn.open({ apiKey, clock: new InstantClock() });
  });

  afterEach(async () => {
    await vapi.close();
    await server.close();
  });

  const ask = async (line: string, body?: object) => {
    const [method = '', path = ''] = line.split(' ');
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const reply = await fetch(vapi.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return (await reply.json()) as Record<string, unknown>;
  };

  /** By its API only, as our server would. */
  const provision = async () => {
    const own = { url: server.url, timeoutSeconds: 20 };
    const parameters = { type: 'object', properties: {} };
    const tools = [
      ...toolNames.map((name) => ({
        type: 'function',
        function: { name, description: name, parameters },
        server: own,
      })),
      { type: 'transferCall', destinations: [] },
    ];
    const toolIds: unknown[] = [];
    for (const tool of tools) toolIds.push((await ask('POST /tool', tool)).id);
    const assistant = await ask('POST /assistant', {
      name: 'Accueil',
      firstMessage: 'Bonjour.',
      model: { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'Soyez bref.' }], toolIds },
      voice: { provider: '11labs', voiceId: 'audrey' },
      transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr' },
      server: own,
      serverMessages: [
        'status-update',
        'end-of-call-report',
        'tool-calls',
        'transcript',
        'conversation-update',
        'speech-update',
        'user-interrupted',
        'hang',
        'transfer-update',
        'transfer-destination-request',
        'language-change-detected',
      ],
      analysisPlan: {
        structuredDataPlan: {
          enabled: true,
          schema: { type: 'object', properties: { satisfaction: { type: 'integer' } } },
        },
      },
    });
    const keys = { twilioAccountSid: `AC${'0'.repeat(32)}`, twilioAuthToken: 'token' };
    const line = await ask('POST /phone-number', { provider: 'twilio', number, ...keys, server: own });
    await ask(`PATCH /phone-number/${String(line.id)}`, { provider: 'twilio', assistantId: assistant.id });
    return { assistant, line };
  };

  const faultsOfTold = () =>
    told.flatMap((body) => {
      const { schema, message } = describedAs(body);
      return check(schema, message).map((fault) => `${body.message.type} ${fault}`);
    });

  it.each(scenarios.filter(({ direction }) => direction === 'inbound'))(
    'sends for a call like $key what Vapi would send, and keeps what Vapi would keep',
    async (scenario) => {
      await provision();

      const { call } = await vapi.ring({ number, scenario });

      expect(told.length).toBeGreaterThan(3);
      expect([...new Set(faultsOfTold())]).toEqual([]);
      expect(vapiReplyFaults('call', await ask(`GET /call/${call.id}`), check)).toEqual([]);
    },
  );

  it('asks who answers as Vapi asks', async () => {
    const { line } = await provision();
    await ask(`PATCH /phone-number/${String(line.id)}`, { provider: 'twilio', assistantId: null });

    await vapi.ring({ number });

    expect(told[0]?.message.type).toBe('assistant-request');
    expect([...new Set(faultsOfTold())]).toEqual([]);
  });

  it('orders, answers and lists as Vapi does', async () => {
    const { assistant, line } = await provision();
    const customer = { number: '+33612345678', name: 'Dupont' };
    const call = await ask('POST /call', { assistantId: assistant.id, phoneNumberId: line.id, customer, name: 'Test' });
    expect(vapiReplyFaults('call', call, check)).toEqual([]);
    await vapi.dial(String(call.id));

    for (const kind of ['assistant', 'tool', 'phone-number', 'call']) {
      const all = await ask(`GET /${kind}`);
      expect(all).not.toEqual([]);
      expect([kind, vapiReplyFaults(kind, all, check)]).toEqual([kind, []]);
    }
    expect(vapiRequestFaults(vapi.received, check)).toEqual([]);
    expect([...new Set(faultsOfTold())]).toEqual([]);
  });

  it('has what is wrong with a request found', () => {
    const body = { provider: 'twilio', number, twilioAccountSid: 'AC1', colour: 'red' };
    expect(vapiRequestFaults([{ method: 'POST', path: '/phone-number', body }], check)).toEqual([
      expect.stringContaining('colour'),
    ]);
    expect(vapiRequestFaults([{ method: 'POST', path: '/squad', body }], check)).toHaveLength(1);
  });
});
