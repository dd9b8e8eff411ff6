import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { uuidv7 } from '../../src/kernel/context/index.js';
import { generateOperations } from '../support/operation-generator.js';
import { newEmail, signIn, type Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/server.js';

const account = { email: newEmail(), password: randomUUID() };

let server: TestServer;
let admin: Person;

beforeAll(async () => {
  server = await startServer({ ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password });
  admin = await signIn(server.client, account);
});
afterAll(() => server.close());

/** They concern the caller's own account and sessions, whatever the workspace. */
const ownAccount = new Set([
  'acceptInvitation',
  'refreshSession',
  'requestPasswordReset',
  'resetPassword',
  'signIn',
  'signOut',
  'signUp',
  'switchWorkspace',
]);

/** They concern the deployment as a whole. */
const ofDeployment = new Set(['rotateEncryptionKeys']);

const scalars = {
  String: 'calls:read',
  Int: 1,
  Boolean: true,
  JSON: {},
  DateTime: '2030-01-01T00:00:00Z',
  Decimal: '1',
  EmailAddress: 'someone@example.fr',
  PhoneNumber: '+33199000000',
};

/** Of everything that a mutation takes: an id of another kind is answered like one that does not exist. */
const prefixes = [
  'agent',
  'apikey',
  'appointment',
  'assistant',
  'call',
  'contact',
  'diagnosis',
  'endpoint',
  'event',
  'line',
  'user',
];

/** Arguments that stand beside an id of another kind. */
const named = { assistantId: `assistant_${uuidv7()}`, repairIds: `repair_${uuidv7()}` };

describe('a platform ADMIN who has entered no workspace', () => {
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const writes = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name }) => name);
  const operations = prefixes.flatMap((prefix) =>
    generateOperations(schema, { id: `${prefix}_${uuidv7()}`, named, scalars, depth: 1 }),
  );

  it.each(writes.filter((name) => !ownAccount.has(name) && !ofDeployment.has(name)))(
    'is told to enter one first by %s',
    async (name) => {
      const attempts = operations.filter(({ kind, field }) => kind === 'mutation' && field === name);
      const refusals = await Promise.all(
        attempts.map(({ query, variables }) => admin.client.refusal(query, variables)),
      );
      const reasons = refusals.filter(({ code }) => code !== 'NOT_FOUND').map(({ reason }) => reason);
      expect(new Set(reasons)).toEqual(new Set(['AUTH.ENTER_WORKSPACE_FIRST']));
    },
  );
});
