import { randomBytes } from 'node:crypto';
import {
  CalComStandIn,
  leGourmetEventTypes,
  TwilioStandIn,
  VapiStandIn,
  type NumberMembers,
  type TwilioAccount,
  type VapiKind,
  type VapiResource,
} from '../../src/sandbox/index.js';
import { queryAsSuperuser } from '../support/every-row.js';
import { signUp, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { PublicDoor } from './public-door.js';

export type CheckStatus = 'PASS' | 'WARN' | 'FAIL' | 'SKIPPED';

export interface Check {
  key: string;
  hop: string;
  status: CheckStatus;
  observed: string | null;
  expected: string | null;
  advice: string | null;
  repair: { id: string; description: string; appliedAt: string | null } | null;
}

export interface Diagnosis {
  id: string;
  status: CheckStatus;
  checks: Check[];
}

const vapiKinds: readonly VapiKind[] = ['assistant', 'tool', 'credential', 'phone-number', 'call'];

/** What stands at both platforms, without the times of changes, which are the platforms' own. */
export type Outside = Readonly<Record<string, readonly object[]>>;

const calKey = 'cal_test_canary_key_0123456789';
const calSecret = 'canary-secret-of-the-cal-webhook';
const offeredId = 102;
const vapiKey = 'vapi-canary-key-0123456789';
const fields = `{ id status checks { key hop status observed expected advice repair { id description appliedAt } } }`;
const configure = `mutation ($credentials: [CredentialInput!]!) {
  configureIntegration(integrationId: "twilio", credentials: $credentials) { id } }`;
const repairing = (what: string) =>
  `mutation ($diagnosisId: ID!, $repairIds: [ID!]!) { ${what}(diagnosisId: $diagnosisId, repairIds: $repairIds) ${fields} }`;
/** What is missing is to be missing for as long as it is looked at. */
const unreconciled = `INSERT INTO call_reconciliations (workspace_id, platform, asked_at)
  SELECT id, platform, '2100-01-01' FROM workspaces, unnest(ARRAY['TWILIO', 'VAPI']) platform
  ON CONFLICT (workspace_id, platform) DO UPDATE SET asked_at = excluded.asked_at`;
/** In the range that is kept for fiction. */
const number = '+33199900001';

/** A server between both platforms, with one assistant whose calls arrive; and what can be broken around it. */
export class DiagnosisStage {
  readonly number = number;
  readonly #memory: ReturnType<DiagnosisStage['memorize']>;

  private constructor(
    readonly parts: Parts,
    readonly person: Person,
    readonly assistantId: string,
  ) {
    this.#memory = this.memorize();
  }

  static async open(): Promise<DiagnosisStage> {
    const parts = await openParts();
    const person = await signUp(parts.server.client);
    await queryAsSuperuser(parts.server.databaseUrl, unreconciled);
    await connect(person, parts.account);
    const assistantId = await makeAssistant(person);
    await assign(person, assistantId);
    await parts.vapi.ring({ number });
    const stage = new DiagnosisStage(parts, person, assistantId);
    await stage.offer();
    await stage.registerWebhook();
    // The call is over once all that was told of it has been worked on.
    await until(async () => (await stage.diagnose()).checks.every(({ status }) => status !== 'SKIPPED'));
    return stage;
  }

  get twilio(): TwilioStandIn {
    return this.parts.twilio;
  }

  get vapi(): VapiStandIn {
    return this.parts.vapi;
  }

  get account(): TwilioAccount {
    return this.parts.account;
  }

  get door(): PublicDoor {
    return this.parts.door;
  }

  async diagnose(): Promise<Diagnosis> {
    const query = `mutation ($id: ID!) { diagnoseConnection(assistantId: $id) ${fields} }`;
    return (await this.client.ask<{ diagnoseConnection: Diagnosis }>(query, { id: this.assistantId }))
      .diagnoseConnection;
  }

  async repair(diagnosisId: string, repairIds: readonly string[]): Promise<Diagnosis> {
    const answer = await this.client.ask<{ repairConnection: Diagnosis }>(repairing('repairConnection'), {
      diagnosisId,
      repairIds,
    });
    return answer.repairConnection;
  }

  async undo(diagnosisId: string, repairIds: readonly string[]): Promise<Diagnosis> {
    const answer = await this.client.ask<{ undoRepair: Diagnosis }>(repairing('undoRepair'), {
      diagnosisId,
      repairIds,
    });
    return answer.undoRepair;
  }

  /** The number as Twilio has it. */
  atTwilio(): NumberMembers & { sid: string } {
    const found = this.twilio.findNumber(number);
    if (!found) throw new Error('Nobody has the number.');
    return found;
  }

  /** As somebody does in Twilio's console. */
  setNumber(members: NumberMembers): void {
    this.twilio.changeNumber(number, members);
  }

  /** The assistant as Vapi has it. */
  assistant(): VapiResource {
    return this.one('assistant');
  }

  numberAtVapi(): VapiResource {
    return this.one('phone-number');
  }

  /** As somebody does in Vapi's dashboard. */
  setAssistant(members: Readonly<Record<string, unknown>>): void {
    this.vapi.change('assistant', this.assistant().id, members);
  }

  setNumberAtVapi(members: Readonly<Record<string, unknown>>): void {
    this.vapi.change('phone-number', this.numberAtVapi().id, members);
  }

  /** What is written at the platforms, and not only read, while something is done. */
  async writesOf(work: () => Promise<unknown>): Promise<string[]> {
    const { twilio, vapi, calcom } = this.parts;
    const all = () => [twilio.received, vapi.received, calcom.received];
    const before = all().map(({ length }) => length);
    await work();
    const asked = all().flatMap<{ method: string; path: string }>((each, index) => each.slice(before[index]));
    return asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  }

  async outside(): Promise<Outside> {
    const vapi = vapiKinds.map((kind) => [kind, sorted(this.vapi.list(kind)).map(withoutTimes)] as const);
    const webhooks = (await this.atCalCom('GET', '/v2/webhooks')) as object[] | undefined;
    return {
      ...Object.fromEntries(vapi),
      webhooks: (webhooks ?? []).map(withoutTimes),
      numbers: sorted(this.account.numbers.list()).map(withoutTimes),
    };
  }

  /** Puts everything back as it was when it was whole. */
  reset(): void {
    const { account, vapi, twilio, door } = this;
    account.settings = this.parts.settings;
    account.regions.clear();
    for (const { sid } of account.calls.list()) account.calls.remove(sid);
    for (const { sid } of account.numbers.list()) account.numbers.remove(sid);
    for (const each of this.#memory.numbers) account.numbers.put(each);
    for (const kind of vapiKinds) for (const { id } of vapi.list(kind)) vapi.remove(kind, id);
    for (const [kind, each] of this.#memory.vapi) vapi.add(kind, each, each.id);
    vapi.faults.clear();
    twilio.faults.clear();
    this.parts.calcom.faults.clear();
    door.manner = { kind: 'through' };
  }

  /** As somebody does in Cal.com. */
  async atCalCom(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${calKey}`, 'content-type': 'application/json' };
    const reply = await fetch(this.parts.calcom.url + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return ((await reply.json()) as { data?: unknown }).data;
  }

  async webhook(): Promise<{ id: string } & Record<string, unknown>> {
    const [first] = (await this.atCalCom('GET', '/v2/webhooks')) as ({ id: string } & Record<string, unknown>)[];
    if (!first) throw new Error('There is no webhook.');
    return first;
  }

  /** Has callers book what is there. */
  async offer(eventTypeId = offeredId): Promise<void> {
    const { databaseUrl } = this.parts.server;
    await queryAsSuperuser(databaseUrl, 'DELETE FROM assistant_event_types');
    const insert = `INSERT INTO assistant_event_types (workspace_id, assistant_id, event_type_id, position)
      SELECT workspace_id, id, $1, 1 FROM voice_assistants`;
    await queryAsSuperuser(databaseUrl, insert, [eventTypeId]);
  }

  async registerWebhook(): Promise<void> {
    const { id, checks } = await this.diagnose();
    const repair = checks.find(({ key }) => key === 'calendar.webhook')?.repair;
    if (repair) await this.repair(id, [repair.id]);
  }

  /** After a key was refused, the connection waits for another. */
  async reconnect(): Promise<void> {
    await connect(this.person, this.account);
  }

  async close(): Promise<void> {
    const { server, twilio, vapi, calcom, door } = this.parts;
    await server.close();
    await Promise.all([twilio.close(), vapi.close(), calcom.close(), door.close()]);
  }

  private get client() {
    return this.person.client.with({ 'accept-language': 'en' });
  }

  private memorize() {
    const vapi = vapiKinds.flatMap((kind) =>
      this.vapi
        .list(kind)
        .reverse()
        .map((each): [VapiKind, VapiResource] => [kind, structuredClone(each)]),
    );
    return { vapi, numbers: structuredClone(this.account.numbers.list().reverse()) };
  }

  /** Faults may put others beside it: the one that was there first. */
  private one(kind: VapiKind): VapiResource {
    const [, first] = this.#memory.vapi.find(([each]) => each === kind) ?? [];
    const found = first && this.vapi.find(kind, first.id);
    if (!found) throw new Error(`There is no ${kind}.`);
    return found;
  }
}

interface Parts {
  readonly server: TestServer;
  readonly twilio: TwilioStandIn;
  readonly vapi: VapiStandIn;
  readonly calcom: CalComStandIn;
  readonly account: TwilioAccount;
  readonly settings: TwilioAccount['settings'];
  readonly door: PublicDoor;
}

async function openParts(): Promise<Parts> {
  const settings = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
  const twilio = await TwilioStandIn.open(settings);
  const { account } = twilio;
  account.addNumber({ phone_number: number, voice_url: 'https://elsewhere.example/voice' });
  const update = (imported: string, members: NumberMembers) => void twilio.changeNumber(imported, members);
  const vapi = await VapiStandIn.open({ apiKey: vapiKey, twilio: { update } });
  const calcom = await CalComStandIn.open({ apiKey: calKey, eventTypes: leGourmetEventTypes });
  const door = await PublicDoor.open();
  const server = await startServer({
    PUBLIC_URL: door.url,
    INTEGRATIONS_STAND_IN_URL: twilio.url,
    TWILIO_BASE_URL: twilio.url,
    CAL_API_KEY: calKey,
    CAL_BASE_URL: calcom.url,
    CAL_WEBHOOK_SECRET: calSecret,
    CAL_REQUESTS_PER_MINUTE: '6000',
    VAPI_API_KEY: vapiKey,
    VAPI_BASE_URL: vapi.url,
  });
  door.leadTo(server.url);
  return { server, twilio, vapi, calcom, account, settings, door };
}

async function connect(who: Person, { settings }: TwilioAccount): Promise<void> {
  const { accountSid, authToken } = settings;
  const values = Object.entries({ accountSid, authToken });
  await who.client.ask(configure, { credentials: values.map(([key, value]) => ({ key, value })) });
}

async function makeAssistant({ client }: Person): Promise<string> {
  const make = 'mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }';
  const tools = ['transfer_to_human', 'leave_message', 'availability_read', 'appointment_create'];
  const keys = tools.map((key) => ({ key }));
  const input = { name: 'Accueil', context: 'Restaurant', transferNumber: '+33199900009', tools: keys };
  const { createVoiceAssistant } = await client.ask<{ createVoiceAssistant: { id: string } }>(make, { input });
  const read = 'query ($id: ID!) { voiceAssistant(id: $id) { syncState } }';
  await until(async () => {
    const { id } = createVoiceAssistant;
    const { voiceAssistant } = await client.ask<{ voiceAssistant: { syncState: string } }>(read, { id });
    return voiceAssistant.syncState === 'SYNCED';
  });
  return createVoiceAssistant.id;
}

async function assign({ client }: Person, assistantId: string): Promise<void> {
  const imported = await client.ask<{ importPhoneNumber: { id: string } }>(
    'mutation ($number: PhoneNumber!) { importPhoneNumber(number: $number) { id } }',
    { number },
  );
  await client.ask('mutation ($id: ID!, $to: ID) { assignPhoneLine(id: $id, assistantId: $to) { id } }', {
    id: imported.importPhoneNumber.id,
    to: assistantId,
  });
}

function sorted<T extends object>(things: readonly T[]): T[] {
  const keyOf = (thing: T) => JSON.stringify('id' in thing ? thing.id : 'sid' in thing ? thing.sid : thing);
  return [...things].sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function withoutTimes(thing: object): object {
  const times = ['updatedAt', 'date_updated'];
  return structuredClone(Object.fromEntries(Object.entries(thing).filter(([name]) => !times.includes(name))));
}
