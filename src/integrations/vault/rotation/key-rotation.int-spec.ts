import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { connectSuperuser } from '../../../../test/support/every-row.js';
import { signIn, signUp, type Person } from '../../../../test/support/people.js';
import { startServer, type TestServer } from '../../../../test/support/server.js';
import { until } from '../../../../test/support/until.js';
import { sealedColumns } from '../../../kernel/crypto/index.js';
import { migrateQueue } from '../../../kernel/queue/index.js';
import { VendorStage } from '../../testing/vendor-stage.js';

const configure = `mutation ($name: String, $credentials: [CredentialInput!]!) {
  configureIntegration(agentId: "cassie", integrationId: "freshdesk", name: $name, credentials: $credentials) { id } }`;
const test = `mutation ($name: String) {
  testIntegration(agentId: "cassie", integrationId: "freshdesk", name: $name) { status lastTest { outcome } } }`;
const rotate = 'mutation ($all: Boolean) { rotateEncryptionKeys(withDataKeys: $all) { keyId finishedAt } }';
const progress = '{ keyRotations { keyId moved failed finishedAt } encryptionKeys { id current known sealedValues } }';

interface Progress {
  keyRotations: { keyId: string; moved: number; failed: number; finishedAt: string | null }[];
  encryptionKeys: { id: string; current: boolean; known: boolean; sealedValues: number }[];
}

const names = Array.from({ length: 12 }, (_, index) => `compte ${index}`);
const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const admin = { email: 'operator@example.fr', password: 'le mot de passe de l’exploitant' };

describe('rotation of the keys', () => {
  const [first, second, third] = [newKey('first'), newKey('second'), newKey('third')];
  const jwt = randomBytes(32).toString('hex');
  let vendor: VendorStage;
  let database: TestDatabase;
  const servers: TestServer[] = [];

  const start = async (keys: string): Promise<TestServer> => {
    const server = await startServer({
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: keys,
      JWT_SECRET: jwt,
      INTEGRATIONS_STAND_IN_URL: vendor.url,
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    });
    servers.push(server);
    return server;
  };
  const outcomeOf = async (person: Person, name: string): Promise<unknown> => {
    const reply = await person.client.ask<{ testIntegration: { lastTest: { outcome: string } } }>(test, { name });
    return reply.testIntegration.lastTest.outcome;
  };
  const rotated = async (operator: Person, all: boolean): Promise<Progress> => {
    await operator.client.ask(rotate, { all });
    return until(async () => {
      const seen = await operator.client.ask<Progress>(progress);
      return seen.keyRotations[0]?.finishedAt ? seen : null;
    });
  };

  beforeAll(async () => {
    vendor = await VendorStage.open();
    vendor.play(() => ({ status: 200, body: { id: 1, contact: { email: 'ana@acme.example' } } }));
  });
  afterAll(() => vendor.close());
  beforeEach(async () => {
    database = await createTestDatabase();
    await migrateQueue(database.url);
  }, 60_000);
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    await database.drop();
  });

  it('moves everything while it is read and tested, and leaves the old key of no use', async () => {
    const before = await start(`${first},${second}`);
    const person = await signUp(before.client);
    await person.client.ask('mutation { createWebhookEndpoint(source: "vapi") { secret } }');
    for (const name of names) {
      const credentials = [
        { key: 'subdomain', value: 'acme' },
        { key: 'apiKey', value: `FreshdeskKey-${name.replace(' ', '-')}` },
      ];
      await person.client.ask(configure, { name, credentials });
    }

    const during = await start(`${second},${first}`);
    const there = { ...person, client: person.client.on(during.url) };
    const operator = await signIn(during.client, admin);
    const outcomes: unknown[] = [];
    await before.close();
    let going = true;
    const reading = Promise.all(
      [0, 1, 2].map(async (offset) => {
        for (let turn = offset; going; turn += 1)
          outcomes.push(await outcomeOf(there, names[turn % names.length] ?? ''));
      }),
    );
    await until(() => outcomes.length > 3);
    const wrapped = await rotated(operator, false);
    const sealedAnew = await rotated(operator, true);
    going = false;
    await reading;

    expect(new Set(outcomes)).toEqual(new Set(['WORKS']));
    expect(wrapped.keyRotations[0]).toMatchObject({ keyId: 'second', failed: 0 });
    expect(wrapped.keyRotations[0]?.moved).toBeGreaterThan(names.length);
    expect(sealedAnew.keyRotations[0]).toMatchObject({ keyId: 'second', failed: 0 });
    expect(sealedAnew.encryptionKeys).toEqual([
      { id: 'second', current: true, known: true, sealedValues: expect.any(Number) as unknown },
      { id: 'first', current: false, known: true, sealedValues: 0 },
    ]);

    const after = await start(second);
    expect(await outcomeOf({ ...person, client: person.client.on(after.url) }, 'compte 3')).toBe('WORKS');
    const superuser = await connectSuperuser(database.url);
    const { rows } = await superuser.query<{ text: string }>('SELECT c::text AS text FROM integration_connections c');
    await superuser.end();
    expect(rows.filter(({ text }) => text.includes('v1.first.'))).toEqual([]);
    expect(rows.filter(({ text }) => text.includes('v1.second.'))).toHaveLength(names.length);
  }, 60_000);

  it('is for the operator alone', async () => {
    const server = await start(`${third},${second},${first}`);
    const person = await signUp(server.client);
    for (const operation of [rotate, progress]) {
      expect((await person.client.refusal(operation)).code).toBe('FORBIDDEN');
    }
  });

  it('passes over a value that does not open, says so, and moves the others', async () => {
    const server = await start(`${third},${second}`);
    const person = await signUp(server.client);
    const credentials = [
      { key: 'subdomain', value: 'acme' },
      { key: 'apiKey', value: 'FreshdeskKey-of-another' },
    ];
    for (const name of ['whole', 'broken']) await person.client.ask(configure, { name, credentials });
    const superuser = await connectSuperuser(database.url);
    await superuser.query(
      `UPDATE integration_connections SET secrets = jsonb_set(secrets, '{apiKey,sealed}',
        (SELECT secrets #> '{apiKey,sealed}' FROM integration_connections WHERE name = 'whole')) WHERE name = 'broken'`,
    );
    await superuser.end();
    const operator = await signIn(server.client, admin);
    const { keyRotations } = await rotated(operator, true);
    expect(keyRotations[0]).toMatchObject({ keyId: 'third', failed: 1 });
    expect(server.logLines.filter((line) => line.includes('vault.value_not_moved'))).toHaveLength(1);
    expect(await outcomeOf(person, 'whole')).toBe('WORKS');
    expect(await outcomeOf(person, 'broken')).toBe('UNAVAILABLE');
  });

  it('knows every column in which something sealed stands', async () => {
    const server = await start(first);
    const person = await signUp(server.client);
    await person.client.ask('mutation { createWebhookEndpoint(source: "vapi") { secret } }');
    const keyed = person.client.with({ 'idempotency-key': 'once' });
    await keyed.ask('mutation { createContact(input: { name: "Dupont" }) { id } }');
    const application = [
      { key: 'clientId', value: 'our-application' },
      { key: 'clientSecret', value: 'application-secret-0123456789' },
    ];
    const sign = `mutation ($credentials: [CredentialInput!]!) {
      configureIntegration(agentId: "soshie", integrationId: "x", credentials: $credentials) { id }
      startIntegrationAuthorization(agentId: "soshie", integrationId: "x") }`;
    await person.client.ask(sign, { credentials: application });
    const superuser = await connectSuperuser(database.url);
    const { rows: columns } = await superuser.query<{ table: string; column: string }>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb')`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const { rowCount } = await superuser.query(
        `SELECT FROM "${table}" WHERE "${column}"::text LIKE '%v1.first.%' LIMIT 1`,
      );
      if (rowCount) found.push(`${table}.${column}`);
    }
    await superuser.end();
    const declared = new Set(sealedColumns().map(({ table, column }) => `${table}.${column}`));
    expect(found.filter((place) => !declared.has(place))).toEqual([]);
    expect(found).toEqual(
      expect.arrayContaining([
        'webhook_endpoints.secret',
        'idempotency_keys.reply',
        'integration_connections.secrets',
        'integration_authorizations.verifier',
      ]),
    );
  });
});
