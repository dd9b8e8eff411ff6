import { systemContext } from '../../../src/kernel/context/index.js';
import { Jobs } from '../../../src/kernel/queue/index.js';
import { reconcileCallsJob } from '../../../src/voice/providers/vapi/reconcile/reconcile-calls.job.js';
import type { ApiClient } from '../api-client.js';
import type { Endpoint } from '../played-call.js';
import { until } from '../until.js';
import { loseReport, SecretCall } from './secret-calls.js';
import type { SecretWorld } from './secret-world.js';

/** Runs while a table is missing, as after a migration gone wrong. */
async function without({ superuser }: SecretWorld, table: string, work: () => Promise<unknown>): Promise<void> {
  await superuser.query(`ALTER TABLE ${table} RENAME TO missing`);
  await work().finally(() => superuser.query(`ALTER TABLE missing RENAME TO ${table}`));
}

export async function statusesOf(world: SecretWorld, owner: ApiClient): Promise<string[]> {
  const query = '{ webhookEvents(first: 100) { nodes { status } } }';
  const { webhookEvents } = await world.ask(owner, { query });
  return ((webhookEvents?.nodes ?? []) as { status: string }[]).map(({ status }) => status);
}

/** Everything that goes wrong with the server itself, while secrets pass through it. */
export async function sufferFaults(world: SecretWorld, owner: ApiClient, endpoint: Endpoint): Promise<void> {
  await loseTables(world);
  await loseTablesOfCalls(world, owner, endpoint);
  await beRefusedByPlatform(world, endpoint);
  await loseConnections(world, owner, endpoint);
  await beRefusedByMailServer(world);
}

const signInOf = ({ email, secrets }: SecretWorld) => ({
  query: `mutation { signIn(input: { email: "${email}", password: "${secrets.newPassword}" }) { accessToken refreshToken } }`,
});

async function loseTables(world: SecretWorld): Promise<void> {
  const keyed = world.anyone.bearer(`ab_${world.secrets.wrongToken}`);
  await without(world, 'users', () => world.ask(world.anyone, signInOf(world)));
  await without(world, 'sessions', () => world.ask(world.anyone, signInOf(world)));
  await without(world, 'api_keys', () => world.knock(keyed, 'GET /api/voice/calls'));
}

async function loseTablesOfCalls(world: SecretWorld, owner: ApiClient, { path, secret }: Endpoint): Promise<void> {
  const right = world.anyone.with({ 'x-vapi-secret': secret });
  const call = new SecretCall(world.secrets);
  await without(world, 'webhook_events', async () => {
    for (const body of [call.report(), call.toolCall('x', {})]) {
      expect((await world.knock(right, [`POST ${path}`, body])).status).toBe(503);
    }
    expect(world.server.logLines.filter((line) => line.includes('INTAKE_UNAVAILABLE'))).toHaveLength(2);
  });
  await without(world, 'transcript_segments', async () => {
    await world.knock(right, [`POST ${path}`, new SecretCall(world.secrets).report()]);
    await until(async () => (await statusesOf(world, owner)).includes('FAILED'));
  });
  await world.superuser.query(`ALTER TABLE calls ADD CONSTRAINT impossible CHECK (summary IS NULL) NOT VALID`);
  await world.knock(right, [`POST ${path}`, new SecretCall(world.secrets).report()]);
  await until(() => world.logTells('impossible'));
  await world.superuser.query('ALTER TABLE calls DROP CONSTRAINT impossible');
}

/** Asks the platform about a call that is silent, with the key that the platform refuses and repeats. */
async function beRefusedByPlatform(world: SecretWorld, endpoint: Endpoint): Promise<void> {
  const id = await loseReport(world, endpoint);
  const age = `UPDATE calls SET updated_at = now() - interval '10 minutes' WHERE vapi_call_id = $1`;
  await until(async () => (await world.superuser.query(age, [id])).rowCount);
  const jobs = world.server.app.get(Jobs, { strict: false });
  await until(async () => {
    await jobs.add(systemContext({ actor: 'test' }), reconcileCallsJob, {});
    return world.logTells('vapi.reconcile.key_refused');
  });
  expect(world.platform.presented).toContain(`Bearer ${world.secrets.vapiKey}`);
}

async function loseConnections(world: SecretWorld, owner: ApiClient, { path, secret }: Endpoint): Promise<void> {
  await world.superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
     AND backend_type = 'client backend'`,
  );
  const right = world.anyone.with({ 'x-vapi-secret': secret });
  await Promise.all([
    world.ask(world.anyone, { ...signInOf(world), mayHold: ['access token', 'refresh token'] }),
    world.knock(right, [`POST ${path}`, new SecretCall(world.secrets).report()]),
  ]);
  await until(async () => (await world.knock(owner, 'GET /health/ready')).status === 200);
}

async function beRefusedByMailServer(world: SecretWorld): Promise<void> {
  world.mail.refuse(world.secrets.smtp);
  const query = 'mutation ($e: EmailAddress!) { requestPasswordReset(email: $e) }';
  await world.ask(world.anyone, { query, variables: { e: world.email } });
  await until(() => world.logTells('535'));
}
