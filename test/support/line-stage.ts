import { randomBytes } from 'node:crypto';
import { TwilioStandIn, VapiStandIn, type NumberMembers, type TwilioAccount } from '../../src/sandbox/index.js';
import { twilioRequestFaults } from '../../src/sandbox/testing/twilio-schemas.js';
import { vapiRequestFaults } from '../../src/sandbox/testing/vapi-exchanges.js';
import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import { newEmail, signIn, signUp, type Person } from './people.js';
import { specFile, specsFolder } from './specs.js';
import { startServer, type TestServer } from './server.js';

export const vapiVoiceUrl = 'https://api.vapi.ai/twilio/inbound_call';
export const publicUrl = 'https://agents.example';

const vapiKey = 'vapi-canary-key-0123456789';
const newSid = () => `AC${randomBytes(16).toString('hex')}`;
export const newToken = () => randomBytes(16).toString('hex');

const configure = `mutation ($credentials: [CredentialInput!]!) {
  configureIntegration(integrationId: "twilio", credentials: $credentials) { id } }`;

/** A server between played platforms: Twilio with an account of the deployment and others, and Vapi, which imports from it. */
export class LineStage {
  #count = 0;

  private constructor(
    readonly twilio: TwilioStandIn,
    readonly vapi: VapiStandIn,
    readonly server: TestServer,
    private readonly accounts: Map<string, TwilioAccount>,
    private readonly operator: { email: string; password: string },
  ) {}

  static async open(): Promise<LineStage> {
    const own = { accountSid: newSid(), authToken: newToken() };
    const twilio = await TwilioStandIn.open(own);
    const accounts = new Map([[own.accountSid, twilio.account]]);
    const vapi = await VapiStandIn.open({ apiKey: vapiKey, twilio: { update: importFrom(twilio, accounts) } });
    const operator = { email: newEmail(), password: newToken() };
    const server = await startServer({
      PUBLIC_URL: publicUrl,
      INTEGRATIONS_STAND_IN_URL: twilio.url,
      TWILIO_ACCOUNT_SID: own.accountSid,
      TWILIO_AUTH_TOKEN: own.authToken,
      TWILIO_BASE_URL: twilio.url,
      VAPI_API_KEY: vapiKey,
      VAPI_BASE_URL: vapi.url,
      ADMIN_EMAIL: operator.email,
      ADMIN_PASSWORD: operator.password,
    });
    return new LineStage(twilio, vapi, server, accounts, operator);
  }

  /** Someone new, with an account at Twilio that nobody else has. */
  async person(): Promise<{ person: Person; account: TwilioAccount }> {
    this.twilio.faults.clear();
    this.vapi.faults.clear();
    const [person, account] = [await signUp(this.server.client), this.addAccount()];
    await this.connect(person, account);
    return { person, account };
  }

  /** In the workspace of somebody. */
  async admin({ workspaceId }: Pick<Person, 'workspaceId'>): Promise<Person['client']> {
    const { client } = await signIn(this.server.client, this.operator);
    return client.with({ 'x-workspace-id': workspaceId });
  }

  addAccount(): TwilioAccount {
    const added = this.twilio.addAccount({ accountSid: newSid(), authToken: newToken() });
    this.accounts.set(added.settings.accountSid, added);
    return added;
  }

  async connect(who: Person, { settings }: Pick<TwilioAccount, 'settings'>): Promise<void> {
    const { accountSid, authToken } = settings;
    const values = Object.entries({ accountSid, authToken });
    await who.client.ask(configure, { credentials: values.map(([key, value]) => ({ key, value })) });
  }

  /** One that the account has, answered elsewhere as yet. */
  addNumber(account: TwilioAccount, members: NumberMembers = {}): string {
    const number = `+331999${String((this.#count += 1)).padStart(5, '0')}`;
    account.addNumber({ phone_number: number, voice_url: 'https://elsewhere.example/voice', ...members });
    return number;
  }

  /** A number as Twilio has it. @throws Error where nobody has it. */
  live(number: string) {
    const found = this.twilio.findNumber(number);
    if (!found) throw new Error(`Nobody has ${number}.`);
    return found;
  }

  atVapi(number: string) {
    return this.vapi.list('phone-number').filter((each) => each.number === number);
  }

  /** How often something was to be changed at either platform, of numbers. */
  writes(): number {
    const all = [...this.twilio.received, ...this.vapi.received.filter(({ path }) => path.startsWith('/phone-number'))];
    return all.filter(({ method }) => method !== 'GET').length;
  }

  /** The orders of numbers that Twilio was sent. */
  orders(): number {
    return this.twilio.received.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/IncomingPhoneNumbers.json'),
    ).length;
  }

  /** What the platforms' own descriptions have against what they were asked; nothing where these are absent. */
  async faults(): Promise<string[]> {
    const [ofTwilio, ofVapi] = [specFile('twilio-api-v2010.json'), specFile('vapi.json')];
    const numbers = this.vapi.received.filter(({ path }) => path.startsWith('/phone-number'));
    return [
      ...(ofTwilio === null ? [] : await twilioRequestFaults(specsFolder(), this.twilio.received)),
      ...(ofVapi === null ? [] : vapiRequestFaults(numbers, vapiMessageCheck(ofVapi))),
    ];
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.twilio.close();
    await this.vapi.close();
  }
}

export const ordering = /IncomingPhoneNumbers\.json$/;

function importFrom(twilio: TwilioStandIn, accounts: ReadonlyMap<string, TwilioAccount>) {
  return (number: string, fields: NumberMembers, keys: { accountSid: string; password: string }) => {
    const [known, owner] = [twilio.findNumber(number), accounts.get(keys.accountSid)];
    const isIts = known?.account_sid === keys.accountSid && owner?.settings.authToken === keys.password;
    // A platform may quote what it was sent.
    if (!isIts) throw new Error(`Not there for ${keys.password}`);
    twilio.changeNumber(number, fields);
  };
}
