import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Secret } from '../../kernel/config/index.js';
import { HttpClient } from '../../kernel/http/index.js';
import { InstantTimer } from '../../kernel/http/testing/instant-timer.js';
import { ConnectionClient, type ClientUse, type GrantKeeper } from '../access/connection-client.js';
import { TokenClient } from '../access/token-client.js';
import type { VendorCallRecord } from '../access/vendor-journal.js';
import { VendorNetwork } from '../access/vendor-network.js';
import type { AccessGrant } from '../core/access-grant.js';
import type { AuthMode } from '../core/auth-mode.js';
import type { Connector } from '../core/connector.js';
import { CredentialValues } from '../core/credential-values.js';
import { Fixtures } from './fixtures.js';
import { asExpected, asSeen } from './compare-exchange.js';
import type { Exchange } from './fixtures.js';
import { VendorStage, type Respond } from './vendor-stage.js';

/** The moment at which every action of a fixture runs. */
const stageTime = new Date('2026-11-21T12:00:00.000Z');

/** One connector with its fixtures before a stage that plays its vendor, with a secret in every field that only tests know. */
export class ConnectorStage {
  readonly journal: VendorCallRecord[] = [];
  readonly fixtures: Fixtures;
  readonly secrets: ReadonlyMap<string, string>;
  readonly #http = new HttpClient({ timer: new InstantTimer() });
  readonly #network: VendorNetwork;

  private constructor(
    readonly connector: Connector,
    readonly vendor: VendorStage,
    folder: URL,
  ) {
    this.secrets = canariesOf(connector);
    this.fixtures = new Fixtures(folder, this.secrets);
    this.#network = new VendorNetwork(this.#http, vendor.url);
  }

  static async open(connector: Connector, folder: URL): Promise<ConnectorStage> {
    return new ConnectorStage(connector, await VendorStage.open(), folder);
  }

  async close(): Promise<void> {
    await this.vendor.close();
    await this.#http.onApplicationShutdown();
  }

  /** A client of the mode that the fixtures give credentials for; the first declared one unless said otherwise. */
  async client(use: Partial<ClientUse> = {}, modeKey?: string): Promise<ConnectionClient> {
    const mode = this.mode(modeKey);
    const { facts } = await this.fixtures.grant(mode.key);
    const grant = { accessToken: new Secret(this.secrets.get('accessToken') ?? ''), facts };
    return new ConnectionClient(
      {
        connector: this.connector,
        mode,
        values: await this.values(mode),
        grants: mode.grant && keeperOf(grant),
        network: this.#network,
        pace: () => Promise.resolve(),
        journal: (call) => void this.journal.push(call),
      },
      { action: 'test', now: () => stageTime, wait: () => Promise.resolve(), timeoutMs: 2_000, ...use },
    );
  }

  async tokens(): Promise<TokenClient> {
    const secrets = [...this.secrets.values()].map((secret) => new Secret(secret));
    const parts = { connector: this.connector, network: this.#network, secrets };
    return new TokenClient({ ...parts, journal: (call) => void this.journal.push(call), now: () => stageTime });
  }

  async values(mode: AuthMode): Promise<CredentialValues> {
    const entered = (await this.fixtures.credentials())[mode.key];
    if (!entered) throw new Error(`fixtures/credentials.json has nothing for the mode "${mode.key}".`);
    const secretKeys = new Set(mode.fields.filter(({ secret }) => secret).map(({ key }) => key));
    const pairs = Object.entries(entered).map(([key, value]): [string, string | Secret] => [
      key,
      secretKeys.has(key) ? new Secret(value) : value,
    ]);
    return new CredentialValues(mode.fields, new Map(pairs));
  }

  /** Answers each request by the next exchange, whatever is asked; what was asked is compared by `expectExchanges`. */
  playExchanges(exchanges: readonly Exchange[]): void {
    this.vendor.play(() => exchanges[this.vendor.received.length - 1]?.reply ?? { status: 404 });
  }

  play(respond: Respond): void {
    this.vendor.play(respond);
  }

  expectExchanges(exchanges: readonly Exchange[]): void {
    const seen = this.vendor.received.map((request, index) => {
      const expected = exchanges[index]?.request;
      return expected ? asSeen(request, expected) : `not expected: ${request.method} ${request.url.href}`;
    });
    expect(seen).toEqual(exchanges.map(({ request }) => asExpected(request)));
  }

  /** Every way in which a secret can be seen in a text. */
  secretsIn(text: string): string[] {
    return [...this.secrets].flatMap(([name, secret]) => {
      const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
      return forms.some((form) => text.includes(form)) ? [name] : [];
    });
  }

  mode(key?: string): AuthMode {
    const mode = key === undefined ? this.connector.auth[0] : this.connector.auth.find((each) => each.key === key);
    if (!mode) throw new Error(`No mode "${key}".`);
    return mode;
  }
}

function keeperOf(grant: AccessGrant): GrantKeeper {
  return { current: () => Promise.resolve(grant), after: () => Promise.resolve(null) };
}

function canariesOf({ auth }: Connector): Map<string, string> {
  const fields = auth.flatMap((mode) => mode.fields).filter(({ secret }) => secret);
  const names = [...fields.map(({ key }) => key), 'accessToken', 'refreshToken', 'clientSecret'];
  const canaries = names.map((name): [string, string] => [name, `canary${randomBytes(12).toString('hex')}`]);
  return new Map([...canaries, ['serviceAccountJson', serviceAccountJson()]]);
}

let keyFile: string | undefined;

function serviceAccountJson(): string {
  keyFile ??= JSON.stringify({
    type: 'service_account',
    client_email: 'builder@project.iam.gserviceaccount.com',
    private_key_id: 'k1',
    private_key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }),
  });
  return keyFile;
}
