import { randomUUID } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { ask } from '../support/answers.js';
import type { ApiClient } from '../support/api-client.js';
import { keepBlameless } from '../support/blameless.js';
import { indecenciesOf } from '../support/decent-answer.js';
import { join, newEmail, signIn, signUp } from '../support/people.js';
import { startServer } from '../support/server.js';

const questions: [string, string][] = [
  ['whole', getIntrospectionQuery()],
  ['by name', '{ __type(name: "User") { fields { name } } }'],
  ['in a fragment', '{ ...a } fragment a on Query { __schema { types { name } } }'],
  ['in a fragment called __schema', 'query { ...__schema } fragment __schema on Query { __schema { types { name } } }'],
  ['inline', '{ ... { ... on Query { s: __schema { types { name } } } } }'],
  ['beside data', '{ me { id } __type(name: "Query") { name } }'],
];

const adminAccount = { email: newEmail(), password: randomUUID() };
const production = await startServer({
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://api.example.fr',
  ADMIN_EMAIL: adminAccount.email,
  ADMIN_PASSWORD: adminAccount.password,
});
const elsewhere = await startServer();
for (const server of [production, elsewhere]) keepBlameless(server);
const people = await everyone();

async function everyone(): Promise<Record<'stranger' | 'owner' | 'viewer' | 'key' | 'admin', ApiClient>> {
  const stranger = production.client;
  const boss = await signUp(stranger);
  const viewer = await join(stranger, boss, 'VIEWER');
  const { createApiKey } = await boss.client.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret } }',
  );
  const admin = await signIn(stranger, adminAccount);
  const key = stranger.bearer(createApiKey.secret);
  return { stranger, owner: boss.client, viewer: viewer.client, key, admin: admin.client };
}

describe('the schema in production', () => {
  it.each(questions)('is told to the operator only, asked for %s', async (_, query) => {
    for (const name of ['stranger', 'owner', 'viewer', 'key'] as const) {
      const answer = await ask(people[name], query);
      expect([name, answer.errors[0]?.reason]).toEqual([name, 'GRAPHQL.INTROSPECTION_REFUSED']);
      expect(answer.body).not.toContain('EmailAddress');
    }
    const told = await ask(people.admin, query);
    expect(told.errors).toEqual([]);
    expect(JSON.parse(told.body)).toHaveProperty('data');
  });

  it('does not keep anyone from __typename', async () => {
    expect((await ask(people.stranger, '{ __typename }')).body).toContain('"Query"');
  });

  it('is not told by errors', async () => {
    const answer = await ask(people.stranger, '{ calls(filter: { statuss: COMPLETE }) { totalCount } }');
    expect(answer.body).not.toMatch(/did you mean|stacktrace/i);
    expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
  });
});

describe('the schema elsewhere', () => {
  it.each(questions)('is open to all, asked for %s', async (_, query) => {
    const { client } = elsewhere;
    const anyone = query.includes('me {') ? (await signUp(client)).client : client;
    expect((await ask(anyone, query)).errors).toEqual([]);
  });

  it.each<[string, string]>([
    ['deep', `{ __schema { types { fields { type { ${'ofType { '.repeat(60)} name ${'} '.repeat(60)} } } } } }`],
    ['wide', `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`],
    [
      'wide in fragments',
      `{ __schema { types { ...a } } } fragment a on __Type { fields { type { ...b } } } fragment b on __Type { fields { type { ...c } } } fragment c on __Type { fields { type { fields { type { fields { name } } } } } }`,
    ],
    [
      'round',
      `{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { fields { name } } } } } } } } }`,
    ],
  ])('cannot be asked for without end: %s', async (_, query) => {
    const answer = await ask(elsewhere.client, query);
    expect(indecenciesOf(answer.status, answer.body)).toEqual([]);
    expect(answer.body.length).toBeLessThan(1_000_000);
  });
});
