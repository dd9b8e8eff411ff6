import { randomBytes } from 'node:crypto';
import { startAccountsApp, type AccountsApp } from '../support/accounts-app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { queryAsSuperuser } from '../support/every-row.js';
import { signUp, type Person } from '../support/people.js';
import { ContactsApiModule } from '../../src/contacts/index.js';
import { IntegrationsModule } from '../../src/integrations/index.js';
import { systemContext, uuidv7 } from '../../src/kernel/context/index.js';
import { UnitOfWork } from '../../src/kernel/database/index.js';
import { EventsModule } from '../../src/kernel/events/index.js';
import { splitGlobalId } from '../../src/kernel/graphql/index.js';
import { HttpModule } from '../../src/kernel/http/index.js';
import { TwilioStandIn } from '../../src/sandbox/index.js';
import { WebhooksModule } from '../../src/webhooks/index.js';
import { callFacts } from '../../src/voice/calls/merge/call-facts.js';
import { highest } from '../../src/voice/calls/merge/evidence.js';
import { CallRecorder } from '../../src/voice/calls/record/call-recorder.js';
import { VoiceApiModule } from '../../src/voice/voice.api.module.js';
import { CallControlApiModule } from '../../src/voice/control/call-control.api.module.js';

const modules = [
  EventsModule,
  HttpModule,
  WebhooksModule,
  ContactsApiModule,
  IntegrationsModule,
  VoiceApiModule,
  CallControlApiModule,
];
const accountSid = `AC${'0'.repeat(32)}`;
const end = 'mutation ($callId: ID!) { endCall(callId: $callId) { id status } }';
const transfer =
  'mutation ($callId: ID!, $to: PhoneNumber!) { transferCall(callId: $callId, to: $to) { transfers { to status } } }';
const say = 'mutation ($callId: ID!) { sayInCall(callId: $callId, text: "Bonjour") { id } }';

let twilio: TwilioStandIn;
let database: TestDatabase;
let app: AccountsApp;
let person: Person;
let line: string;

beforeAll(async () => {
  twilio = await TwilioStandIn.open({ accountSid, authToken: 'token-of-tests-0123456789' });
  database = await createTestDatabase();
  const env = {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: 'token-of-tests-0123456789',
    TWILIO_BASE_URL: twilio.url,
    PUBLIC_URL: 'https://agents.example.com',
  };
  app = await startAccountsApp(database.url, env, modules);
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  await twilio.close();
});
beforeEach(async () => {
  person = await signUp(app.client);
  line = `+3315900${String(Date.now()).slice(-4)}${Math.floor(Math.random() * 10)}`;
  await own(person);
});

function workspaceOf({ workspaceId }: Person): string {
  return splitGlobalId(workspaceId)?.id ?? '';
}

async function own(who: Person): Promise<void> {
  const { sid } = twilio.account.addNumber({ phone_number: line });
  await queryAsSuperuser(
    database.url,
    `INSERT INTO phone_lines (workspace_id, id, number, account_id, origin, status, twilio_sid)
      VALUES ($1, $2, $3, 'deployment', 'IMPORTED', 'ACTIVE', $4)`,
    [workspaceOf(who), uuidv7(), line, sid],
  );
}

/** A call that this server answers, as the events of Twilio have told of it. */
async function callInProgress(who = person, status: 'in-progress' | 'completed' = 'in-progress') {
  const { sid } = twilio.account.addCall({ from: '+33612345678', to: line, direction: 'inbound', status });
  return { sid, callId: await tell(sid, who) };
}

async function tell(sid: string, who = person): Promise<string> {
  const ctx = systemContext({ actor: 'test', workspaceId: workspaceOf(who) });
  const registers = { progress: highest(2, 'IN_PROGRESS'), twilioSid: highest(2, sid) };
  const recorder = app.app.get(CallRecorder, { strict: false });
  const ids = await app.app.get(UnitOfWork).run(ctx, (tx) => recorder.record(tx, [callFacts(sid, { registers })]));
  return `call_${ids.get(sid)}`;
}

const written = (sid: string) =>
  twilio.received.filter(({ method, path }) => method === 'POST' && path.includes(sid)).map(({ form }) => form);

describe('a call that this server answers', () => {
  it('is ended at Twilio', async () => {
    const { sid, callId } = await callInProgress();
    expect(await person.client.ask(end, { callId })).toEqual({ endCall: { id: callId, status: 'IN_PROGRESS' } });
    expect(twilio.account.calls.find(sid)?.status).toBe('completed');
  });

  it('is put through, and comes back to the conversation afterwards', async () => {
    const { sid, callId } = await callInProgress();
    const to = '+33198765432';
    expect(await person.client.ask(transfer, { callId, to })).toEqual({
      transferCall: { transfers: [{ to, status: 'requested' }] },
    });
    const [form] = written(sid);
    const twiml = new URLSearchParams(form).get('Twiml');
    expect(twiml).toContain('<Number>+33198765432</Number>');
    expect(twiml).toContain(`callerId="${line}"`);
    expect(twiml).toContain('action="https://agents.example.com/api/voice/webhook/process?dial=1"');
  });

  it('is not spoken in: its conversation does that', async () => {
    const { sid, callId } = await callInProgress();
    expect(await person.client.refusal(say, { callId })).toMatchObject({
      code: 'CONFLICT',
      reason: 'VOICE.COMMAND_NOT_OFFERED',
    });
    expect(written(sid)).toEqual([]);
  });

  it('is left alone when Twilio knows that it is over, or does not know it', async () => {
    const { callId } = await callInProgress(person, 'completed');
    expect(await person.client.refusal(end, { callId })).toMatchObject({ reason: 'VOICE.CALL_JUST_ENDED' });
    const unknown = await tell(`CA${randomBytes(16).toString('hex')}`);
    expect(await person.client.refusal(end, { callId: unknown })).toMatchObject({
      code: 'CONFLICT',
      reason: 'VOICE.CALL_NOT_IN_ACCOUNT',
    });
  });

  it('is not reached by a workspace that made it up, in the account that all share', async () => {
    const { sid } = await callInProgress();
    const thief = await signUp(app.client);
    const forged = await tell(sid, thief);
    expect(await thief.client.refusal(end, { callId: forged })).toMatchObject({ reason: 'VOICE.CALL_NOT_IN_ACCOUNT' });
    expect(written(sid)).toEqual([]);
  });

  it('is refused in the words of Twilio', async () => {
    const { sid, callId } = await callInProgress();
    twilio.account.changeCall({ sid }, { status: 'completed' });
    twilio.faults.next({ method: 'GET', path: new RegExp(sid) }, { kind: 'stale' });
    expect(await person.client.refusal(end, { callId })).toMatchObject({
      code: 'CONFLICT',
      reason: 'VOICE.COMMAND_REFUSED',
      message: expect.stringContaining('Call is not in-progress. Cannot redirect.') as unknown,
    });
  });

  it('is ended once, also when the answer gets lost', async () => {
    const { sid, callId } = await callInProgress();
    twilio.faults.next({ method: 'POST', path: new RegExp(sid) }, { kind: 'cut', when: 'after' });
    expect(await person.client.refusal(end, { callId })).toMatchObject({ reason: 'VOICE.COMMAND_UNCERTAIN' });
    expect(written(sid)).toHaveLength(1);
    expect(twilio.account.calls.find(sid)?.status).toBe('completed');
  });
});
