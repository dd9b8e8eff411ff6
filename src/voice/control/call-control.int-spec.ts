import { randomUUID } from 'node:crypto';
import { startAccountsApp, type AccountsApp } from '../../../test/support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { queryAsSuperuser } from '../../../test/support/every-row.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { ContactsApiModule } from '../../contacts/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { EventsModule } from '../../kernel/events/index.js';
import { splitGlobalId } from '../../kernel/graphql/index.js';
import { HttpModule } from '../../kernel/http/index.js';
import { WebhooksModule } from '../../webhooks/index.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { readVapiEvent } from '../providers/vapi/reading/read-vapi-event.js';
import { VoiceApiModule } from '../voice.api.module.js';
import { CallControlApiModule } from './call-control.api.module.js';
import { PlayedVapi } from './testing/played-vapi.js';

const modules = [
  EventsModule,
  HttpModule,
  WebhooksModule,
  ContactsApiModule,
  IntegrationsModule,
  VoiceApiModule,
  CallControlApiModule,
];
const line = '+33123456789';
const fields = 'id status direction fromNumber toNumber vapiCallId assistant { id } transfers { to status }';
const mutations = {
  placeTestCall: `mutation ($assistantId: ID!, $number: PhoneNumber!) { placeTestCall(assistantId: $assistantId, number: $number) { ${fields} } }`,
  sayInCall: `mutation ($callId: ID!, $text: String!) { sayInCall(callId: $callId, text: $text) { ${fields} } }`,
  muteAssistant: `mutation ($callId: ID!, $muted: Boolean!) { muteAssistant(callId: $callId, muted: $muted) { ${fields} } }`,
  transferCall: `mutation ($callId: ID!, $to: PhoneNumber!) { transferCall(callId: $callId, to: $to) { ${fields} } }`,
  endCall: `mutation ($callId: ID!) { endCall(callId: $callId) { ${fields} } }`,
};

interface Assistant {
  id: string;
  vapiId: string;
}

let vapi: PlayedVapi;
let database: TestDatabase;
let app: AccountsApp;
let person: Person;
let assistant: Assistant;

beforeAll(async () => {
  vapi = await PlayedVapi.open();
  database = await createTestDatabase();
  const env = { VAPI_API_KEY: 'key-of-tests-0123456789', VAPI_BASE_URL: vapi.url };
  app = await startAccountsApp(database.url, env, modules);
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  await vapi.close();
});
beforeEach(async () => {
  vapi.reset();
  app.lines.splice(0);
  person = await signUp(app.client);
  assistant = await createAssistant(person);
});

/** One that is at Vapi, with a number there. */
async function createAssistant({ client }: Person, language = 'fr-FR'): Promise<Assistant> {
  const input = { context: 'Restaurant français.', language };
  const create = 'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }';
  const { createVoiceAssistant: made } = await client.ask<{ createVoiceAssistant: { id: string } }>(create, { input });
  const vapiId = randomUUID();
  await change(made, {
    vapi_assistant_id: vapiId,
    vapi_phone_number_id: randomUUID(),
    phone_number: line,
    sync_state: 'SYNCED',
  });
  return { id: made.id, vapiId };
}

async function change({ id }: { id: string }, columns: Record<string, unknown>): Promise<void> {
  const set = Object.keys(columns).map((column, index) => `${column} = $${index + 2}`);
  const values = [splitGlobalId(id)?.id, ...Object.values(columns)];
  await queryAsSuperuser(database.url, `UPDATE voice_assistants SET ${set.join(', ')} WHERE id = $1`, values);
}

function contextOf({ workspaceId }: Person): RequestContext {
  return systemContext({ actor: 'test', workspaceId: splitGlobalId(workspaceId)?.id });
}

/** A call that goes on, here and at Vapi. @returns its id here */
async function callInProgress(members: Record<string, unknown> = {}, who = person): Promise<string> {
  const call = vapi.add({ assistantId: assistant.vapiId, ...members });
  return tell(call, { type: 'status-update', status: 'in-progress' }, who);
}

async function tell(call: object & { id: string }, message: object, who = person): Promise<string> {
  const facts = readVapiEvent({ message: { timestamp: Date.now(), ...message, call } }, new Date());
  const [unitOfWork, recorder] = [app.app.get(UnitOfWork), app.app.get(CallRecorder, { strict: false })];
  const ids = await unitOfWork.run(contextOf(who), (tx) => recorder.record(tx, facts ? [facts] : []));
  return `call_${ids.get(call.id)}`;
}

type Answer = Record<keyof typeof mutations, Record<string, unknown>>;

const ask = (name: keyof typeof mutations, variables: object, { client } = person) =>
  client.ask<Answer>(mutations[name], variables).then((answer) => answer[name]);
const refusal = (name: keyof typeof mutations, variables: object, { client } = person) =>
  client.refusal(mutations[name], variables);
const place = (number = '+33612345678') => ask('placeTestCall', { assistantId: assistant.id, number });
const placing = (number = '+33612345678') => refusal('placeTestCall', { assistantId: assistant.id, number });
const sentTo = (start: string) => vapi.sent.filter(({ method, path }) => `${method} ${path}`.startsWith(start));

async function audited({ client }: Person): Promise<[string, unknown][]> {
  const query = '{ auditLog(first: 20) { nodes { action details } } }';
  const { auditLog } = await client.ask<{ auditLog: { nodes: { action: string; details: unknown }[] } }>(query);
  return auditLog.nodes.map(({ action, details }) => [action, details]);
}

describe('a test call', () => {
  it('is on record at once, as the call that Vapi was asked for', async () => {
    const call = await place();
    expect(call).toMatchObject({
      status: 'QUEUED',
      direction: 'OUTBOUND',
      fromNumber: line,
      toNumber: '+33612345678',
      assistant: { id: assistant.id },
    });
    expect(sentTo('POST /call').map(({ body }) => body)).toEqual([
      {
        name: 'Test call',
        assistantId: assistant.vapiId,
        phoneNumberId: expect.any(String) as unknown,
        customer: { number: '+33612345678' },
      },
    ]);
    expect(await audited(person)).toContainEqual(['assistant.test_call_ordered', null]);
  });

  it('is the one that the events of Vapi tell of', async () => {
    const call = await place();
    const live = vapi.calls.get(String(call.vapiCallId)) as { id: string };
    expect(await tell(live, { type: 'status-update', status: 'ringing' })).toBe(call.id);
    const { call: told } = await person.client.ask<{ call: object }>(
      'query ($id: ID!) { call(id: $id) { status toNumber } }',
      { id: call.id },
    );
    expect(told).toEqual({ status: 'RINGING', toNumber: '+33612345678' });
  });

  it.each([
    ['VOICE.ASSISTANT_NOT_SYNCED', { sync_state: 'DRIFTED' }],
    ['VOICE.ASSISTANT_NOT_SYNCED', { vapi_assistant_id: null }],
    ['VOICE.ASSISTANT_WITHOUT_LINE', { vapi_phone_number_id: null }],
    ['VOICE.ASSISTANT_WITHOUT_VAPI', { route: 'TWILIO' }],
    ['VOICE.ASSISTANT_NOT_ACTIVE', { active: false }],
  ])('is not placed, with %s', async (reason, columns) => {
    await change(assistant, columns);
    expect(await placing()).toMatchObject({ code: 'CONFLICT', reason });
    expect(vapi.sent).toEqual([]);
  });

  it.each([
    ['0612345678', 'BAD_USER_INPUT'],
    ['112', 'BAD_USER_INPUT'],
    ['+33899123456', 'BAD_USER_INPUT'],
    [line, 'BAD_USER_INPUT'],
  ])('is not placed to %s', async (number, code) => {
    expect(await placing(number)).toMatchObject({ code });
    expect(vapi.sent).toEqual([]);
  });

  it('is placed five times an hour at most, in one workspace', async () => {
    for (let times = 0; times < 5; times += 1) await place();
    const refused = await placing();
    expect(refused).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) as unknown });
    expect(sentTo('POST /call')).toHaveLength(5);
    assistant = await createAssistant((person = await signUp(app.client)));
    expect(await place()).toMatchObject({ status: 'QUEUED' });
  });

  it('is refused in the words of Vapi', async () => {
    const words = 'Couldn’t get Phone Number. `phoneNumberId` does not exist.';
    vapi.instead('POST /call', { status: 400, body: { statusCode: 400, message: [words], error: 'Bad Request' } });
    expect(await placing()).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'VOICE.TEST_CALL_REFUSED',
      message: expect.stringContaining(words) as unknown,
    });
  });

  it.each([500, 502, 408])('that Vapi answers with %d is not placed again, and may ring', async (status) => {
    vapi.instead('POST /call', { status, body: {} });
    expect(await placing()).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      reason: 'VOICE.TEST_CALL_UNCERTAIN',
      message: expect.stringContaining('sonnera peut-être') as unknown,
    });
    expect(sentTo('POST /call')).toHaveLength(1);
  });

  it('whose answer got lost is not placed again, and shows up with its first event', async () => {
    vapi.instead('POST /call', 'lost');
    expect(await placing()).toMatchObject({ reason: 'VOICE.TEST_CALL_UNCERTAIN' });
    expect(vapi.calls.size).toBe(1);
    const [live] = [...vapi.calls.values()] as [{ id: string }];
    expect(await tell(live, { type: 'status-update', status: 'ringing' })).toMatch(/^call_/);
  });

  it('is not for strangers, nor for those who only read', async () => {
    const stranger = await signUp(app.client);
    const variables = { assistantId: assistant.id, number: '+33612345678' };
    expect(await refusal('placeTestCall', variables, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const viewer = await join(app.client, person, 'VIEWER');
    expect(await refusal('placeTestCall', variables, viewer)).toMatchObject({ code: 'FORBIDDEN' });
    expect(vapi.sent).toEqual([]);
  });
});

describe('a call that goes on', () => {
  it('is spoken in, muted, and ended', async () => {
    const callId = await callInProgress();
    expect(await ask('sayInCall', { callId, text: ' Un client\nattend. ' })).toMatchObject({ id: callId });
    await ask('muteAssistant', { callId, muted: true });
    await ask('muteAssistant', { callId, muted: false });
    expect(await ask('endCall', { callId })).toMatchObject({ id: callId, status: 'IN_PROGRESS' });
    expect(vapi.commands).toEqual([
      { type: 'say', content: 'Un client attend.', endCallAfterSpoken: false },
      { type: 'control', control: 'mute-assistant' },
      { type: 'control', control: 'unmute-assistant' },
      { type: 'end-call' },
    ]);
    const commands = (await audited(person)).filter(([action]) => action === 'call.command_given');
    expect(commands.map(([, details]) => details)).toEqual(
      ['end', 'unmute', 'mute', 'say'].map((command) => ({ command })),
    );
  });

  it('is transferred with a summary, and the events tell how that went', async () => {
    const call = vapi.add({ assistantId: assistant.vapiId });
    const callId = await tell(call, { type: 'status-update', status: 'in-progress' });
    const to = '+33198765432';
    expect(await ask('transferCall', { callId, to })).toMatchObject({ transfers: [{ to, status: 'requested' }] });
    expect(vapi.commands).toMatchObject([
      {
        type: 'transfer',
        destination: {
          type: 'number',
          number: to,
          message: expect.stringContaining('ne quittez pas') as unknown,
          transferPlan: {
            mode: 'warm-transfer-experimental',
            fallbackPlan: { message: expect.stringContaining('message') as unknown, endCallEnabled: false },
          },
        },
      },
    ]);
    const transfers = async () =>
      (
        await person.client.ask<{ call: { transfers: object[] } }>(
          'query ($id: ID!) { call(id: $id) { transfers { to status } } }',
          { id: callId },
        )
      ).call.transfers;
    await tell(call, { type: 'transfer-update', destination: { type: 'number', number: to } });
    expect(await transfers()).toEqual([{ to, status: 'started' }]);
    const artifact = { transfers: [{ destination: { type: 'number', number: to }, status: 'no-answer' }] };
    await tell(call, { type: 'end-of-call-report', endedReason: 'customer-ended-call', artifact });
    expect(await transfers()).toEqual([{ to, status: 'no-answer' }]);
  });

  it('is transferred at once where the line can do no more, in its language', async () => {
    assistant = await createAssistant(person, 'ja-JP');
    const callId = await callInProgress({ phoneCallProvider: 'vonage' });
    await ask('transferCall', { callId, to: '+33198765432' });
    expect(vapi.commands).toMatchObject([
      {
        destination: {
          message: expect.stringContaining('担当者') as unknown,
          transferPlan: { mode: 'blind-transfer' },
        },
      },
    ]);
  });

  it.each([
    ['sayInCall', { text: ' \n ' }],
    ['sayInCall', { text: 'x'.repeat(1_001) }],
    ['transferCall', { to: '+33899123456' }],
  ] as const)('is left alone when %s is given %j', async (name, variables) => {
    const callId = await callInProgress();
    expect(await refusal(name, { callId, ...variables })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(vapi.sent).toEqual([]);
  });
});

describe('a command', () => {
  const end = (callId: string, who = person) => refusal('endCall', { callId }, who);

  it('is for the workspace of the call, and for those who may write', async () => {
    const callId = await callInProgress();
    expect(await end(callId, await signUp(app.client))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await end(callId, await join(app.client, person, 'VIEWER'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(vapi.sent).toEqual([]);
  });

  it('does not reach a call of another workspace that was only made up here', async () => {
    const callId = await callInProgress();
    const [call] = [...vapi.calls.values()] as [{ id: string }];
    const thief = await signUp(app.client);
    const forged = await tell(call, { type: 'status-update', status: 'in-progress' }, thief);
    expect(forged).not.toBe(callId);
    expect(await end(forged, thief)).toMatchObject({ code: 'CONFLICT', reason: 'VOICE.CALL_NOT_IN_ACCOUNT' });
    const unowned = await tell(vapi.add(), { type: 'status-update', status: 'in-progress' }, thief);
    expect(await end(unowned, thief)).toMatchObject({ reason: 'VOICE.CALL_NOT_IN_ACCOUNT' });
    expect(vapi.commands).toEqual([]);
  });

  it.each(['queued', 'ringing', 'ended'])('is not for a call that is %s', async (status) => {
    const callId = await tell(vapi.add({ assistantId: assistant.vapiId }), { type: 'status-update', status });
    expect(await end(callId)).toMatchObject({
      code: 'CONFLICT',
      reason: 'VOICE.CALL_NOT_GOING_ON',
      message: expect.stringMatching(/QUEUED|RINGING|COMPLETED/) as unknown,
    });
    expect(vapi.sent).toEqual([]);
  });

  it('is for a call that is being forwarded', async () => {
    const call = vapi.add({ assistantId: assistant.vapiId, status: 'forwarding' });
    const callId = await tell(call, { type: 'status-update', status: 'forwarding' });
    expect(await ask('endCall', { callId })).toMatchObject({ status: 'FORWARDING' });
    expect(vapi.commands).toEqual([{ type: 'end-call' }]);
  });

  it.each([
    ['CALL_JUST_ENDED', { status: 'ended' }],
    ['CALL_NOT_CONTROLLABLE', { monitor: {} }],
    ['CALL_NOT_CONTROLLABLE', { monitor: undefined }],
  ])('is refused with %s when Vapi shows %j', async (reason, members) => {
    const callId = await callInProgress(members);
    expect(await end(callId)).toMatchObject({ code: 'CONFLICT', reason: `VOICE.${reason}` });
    expect(vapi.commands).toEqual([]);
  });

  it('is refused for a call that Vapi does not know', async () => {
    const callId = await callInProgress();
    vapi.calls.clear();
    expect(await end(callId)).toMatchObject({ code: 'CONFLICT', reason: 'VOICE.CALL_NOT_IN_ACCOUNT' });
  });

  it.each(['https://evil.example/control', 'http://169.254.169.254/control', 'https://api.vapi.ai.evil.example/c'])(
    'is not sent to a foreign host: %s',
    async (controlUrl) => {
      const callId = await callInProgress({ monitor: { controlUrl } });
      expect(await end(callId)).toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        reason: 'VOICE.CONTROL_ADDRESS_REFUSED',
      });
      expect(vapi.commands).toEqual([]);
      expect(app.lines.map(({ event }) => event)).toContain('voice.control.address_refused');
      expect(JSON.stringify(app.lines)).not.toContain(controlUrl);
    },
  );

  it('does not follow Vapi elsewhere', async () => {
    const callId = await callInProgress();
    vapi.instead('POST /control/', { status: 307, body: {} });
    expect(await end(callId)).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(vapi.commands).toHaveLength(1);
  });

  it.each([
    [400, { code: 'CONFLICT', reason: 'VOICE.COMMAND_REFUSED', message: 'Vapi a refusé : Not now.' }],
    [401, { code: 'CONFLICT', reason: 'VOICE.CALL_NOT_CONTROLLABLE' }],
    [404, { code: 'CONFLICT', reason: 'VOICE.CALL_JUST_ENDED' }],
    [429, { code: 'RATE_LIMITED' }],
    [500, { code: 'UPSTREAM_UNAVAILABLE', reason: 'VOICE.COMMAND_UNCERTAIN' }],
  ])('that Vapi answers with %d is sent once, and its address told nobody', async (status, expected) => {
    const callId = await callInProgress();
    vapi.instead('POST /control/', { status, body: { message: 'Not now.' } });
    const refused = await end(callId);
    expect(refused).toMatchObject(expected);
    expect(vapi.commands).toHaveLength(1);
    const [{ id }] = [...vapi.calls.values()] as [{ id: string }];
    expect(JSON.stringify([refused, app.lines])).not.toContain(`/control/${id}`);
    const rows = await queryAsSuperuser<{ text: string }>(database.url, 'SELECT c::text AS text FROM calls c');
    expect(JSON.stringify(rows)).not.toContain('/control/');
  });
});
