import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Config } from '../../kernel/config/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { createDataSource, createRolePool, sql, UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { InboxWriter } from '../inbox/inbox-writer.js';
import { toInboxEvent } from '../inbox/inbox-event.js';
import type { StoredEvent, WebhookSourceContract } from '../webhook-source.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { claimRows, claimSuspect, wakeRetries, type Claim } from './claim-rows.js';
import { ClaimedEvents } from './claimed-events.js';
import { ClaimWorker } from './claim-worker.js';
import { WorkMeter } from './work-meter.js';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Loses the answer to its first commit, as when the connection breaks right then. */
class ForgetfulUnitOfWork extends UnitOfWork {
  #forgets = true;

  override async run<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    const result = await super.run(ctx, work);
    if (!this.#forgets) return result;
    this.#forgets = false;
    throw new Error('Nobody knows whether it was committed.');
  }
}

/** Is away for its first transaction. */
class InterruptedUnitOfWork extends UnitOfWork {
  #isAway = true;

  override run<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    if (!this.#isAway) return super.run(ctx, work);
    this.#isAway = false;
    return Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' }));
  }
}

/** Its effect is a contact named after the event, so that effects can be counted in the database. */
class NoteSource implements WebhookSourceContract {
  readonly name = 'note';
  readonly routes = [];
  readonly bodyLimit = 1_000;
  readonly refusedStatus = 401;
  readonly settings = z.unknown();
  readonly acknowledgement = {};
  readonly poison = new Set<string>();
  deploymentProof = () => ({ secrets: [], settings: {} });
  verify = () => true;
  read = () => [];
  workspaceOf = () => null;
  expectsReply = () => false;
  redact = (body: unknown) => body;

  async apply(ctx: RequestContext, events: readonly StoredEvent[]): Promise<void> {
    for (const { externalId } of events) {
      await sql(ctx, `INSERT INTO contacts (id, workspace_id, name) VALUES ($1, $2, $3)`, [
        uuidv7(),
        ctx.workspaceId,
        externalId,
      ]);
      if (this.poison.has(externalId)) throw new TypeError(`cannot read ${externalId}`);
    }
  }
}

let database: TestDatabase;
let dataSource: DataSource;
let relay: Pool;
let unitOfWork: UnitOfWork;
let source: NoteSource;
let worker: ClaimWorker;
let workerOn: (unitOfWork: UnitOfWork) => ClaimWorker;
let workspaceId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  relay = createRolePool({ url: database.url, role: 'ab_intake', max: 4, applicationName: 'test' });
  unitOfWork = new UnitOfWork(dataSource);
});
afterAll(async () => {
  await relay.end();
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  source = new NoteSource();
  const registry = Object.create(WebhookSourceRegistry.prototype, {
    all: { value: () => [source] },
    find: { value: () => source },
  }) as WebhookSourceRegistry;
  const config = Config.read({
    DATABASE_URL: database.url,
    WEBHOOK_ATTEMPTS: '2',
    ENCRYPTION_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
  });
  const log = new AppLogger({ level: 'silent' });
  workerOn = (unit) => new ClaimWorker(unit, new ClaimedEvents(), registry, config, log, new WorkMeter());
  worker = workerOn(unitOfWork);
  workspaceId = uuidv7();
  const accounts = systemContext({ actor: 'test', access: 'accounts', workspaceId });
  await unitOfWork.run(accounts, (ctx) =>
    sql(
      ctx,
      `INSERT INTO workspaces (id, name, locale, time_zone, currency) VALUES ($1, 'W', 'fr', 'Europe/Paris', 'EUR')`,
      [workspaceId],
    ),
  );
  await relay.query('DELETE FROM webhook_pending');
});

async function arrive(...names: string[]): Promise<void> {
  const inbox = new InboxWriter(relay, 1_000, { flushed: () => undefined });
  const ctx = systemContext({ actor: 'test', workspaceId });
  for (const name of names) {
    const event = { type: 'note', externalId: name, body: {} };
    await inbox.store(
      toInboxEvent({
        ctx,
        source: 'note',
        account: workspaceId,
        raw: Buffer.from(JSON.stringify({ name })),
        event,
        eventsInRequest: 1,
      }),
    );
  }
}

async function claim(leaseSeconds = 60): Promise<Claim[]> {
  const { rows } = await relay.query<Claim>({ ...claimRows, values: [leaseSeconds, nobody, 8] });
  return rows.filter(({ eventIds }) => eventIds.length > 0);
}

async function work(claims: readonly Claim[]): Promise<void> {
  for (const claimed of claims) await worker.work(systemContext({ actor: 'test', workspaceId }), claimed);
}

async function effects(): Promise<(string | null)[]> {
  const rows = await unitOfWork.run(systemContext({ actor: 'test', workspaceId }), (ctx) =>
    sql<{ name: string | null }>(ctx, 'SELECT name FROM contacts ORDER BY name'),
  );
  return rows.map(({ name }) => name);
}

async function statuses(): Promise<Record<string, string>> {
  const { rows } = await relay.query<{ name: string; status: string }>(
    'SELECT external_id AS name, status FROM webhook_events WHERE account = $1',
    [workspaceId],
  );
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]));
}

/** Back-offs and leases are over. */
async function makeAvailable(): Promise<void> {
  const waiting = 'UPDATE webhook_events SET retry_at = now() WHERE retry_at IS NOT NULL AND account = $1';
  await relay.query(waiting, [workspaceId]);
  await relay.query(`UPDATE webhook_pending SET claimed_until = '-infinity'`);
  await relay.query(wakeRetries);
}

describe('ClaimWorker', () => {
  it('marks events processed in the commit of their effects', async () => {
    await arrive('a', 'b', 'c');
    await work(await claim());
    expect(await effects()).toEqual(['a', 'b', 'c']);
    expect(await statuses()).toEqual({ a: 'PROCESSED', b: 'PROCESSED', c: 'PROCESSED' });
  });

  it('works on a claim once, however often its job runs', async () => {
    await arrive('a', 'b');
    const claims = await claim();
    await Promise.all([work(claims), work(claims), work(claims)]);
    await work(claims);
    expect(await effects()).toEqual(['a', 'b']);
  });

  it('fails only the poison event of a claim', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    source.poison.add('n07');
    await arrive(...names);
    await work(await claim());
    expect(await effects()).toEqual(names.filter((name) => name !== 'n07'));
    expect(Object.entries(await statuses()).filter(([, status]) => status !== 'PROCESSED')).toEqual([
      ['n07', 'FAILED'],
    ]);
  });

  it('gives a poison event up after its last try, and says why', async () => {
    source.poison.add('bad');
    await arrive('bad');
    await work(await claim());
    await makeAvailable();
    await work(await claim());
    expect(await statuses()).toEqual({ bad: 'DEAD' });
    const { rows } = await relay.query('SELECT error, attempts FROM webhook_events WHERE account = $1', [workspaceId]);
    expect(rows).toEqual([{ error: 'TypeError: cannot read bad', attempts: 2 }]);
    await makeAvailable();
    expect(await claim()).toEqual([]);
  });

  it('does not hand an event out twice while its lease lasts, and does so afterwards', async () => {
    await arrive('a');
    expect(await claim(0)).toHaveLength(1);
    const [second] = await claim(60);
    expect(second).toMatchObject({ workspaceId, eventIds: [expect.any(String)] });
    expect(await claim()).toEqual([]);
  });

  it('lets a worker that lost its lease do nothing more', async () => {
    await arrive('a');
    const lost = await claim(0);
    const current = await claim();
    await work(lost);
    expect(await effects()).toEqual([]);
    await work(current);
    expect(await effects()).toEqual(['a']);
  });

  it('leaves an event alone that was finished although the answer to its commit was lost', async () => {
    await arrive('a');
    worker = workerOn(new ForgetfulUnitOfWork(dataSource));
    await work(await claim());
    expect(await statuses()).toEqual({ a: 'PROCESSED' });
    await makeAvailable();
    await work(await claim());
    expect(await effects()).toEqual(['a']);
  });

  it('gives a claim back when the database failed, not its events', async () => {
    await arrive('a', 'b');
    for (let round = 0; round < 5; round += 1) {
      worker = workerOn(new InterruptedUnitOfWork(dataSource));
      await expect(work(await claim())).rejects.toThrow('terminating connection');
    }
    worker = workerOn(unitOfWork);
    await work(await claim());
    expect(await effects()).toEqual(['a', 'b']);
  });

  it('lets events whose workers never come back travel alone', async () => {
    await arrive('killer', 'innocent');
    for (let round = 0; round < 3; round += 1) await claim(0);
    expect(await claim()).toEqual([]);
    const suspect = async () => (await relay.query<Claim>({ ...claimSuspect, values: [60] })).rows;
    const [first, second] = [await suspect(), await suspect()];
    expect([first, second].map((rows) => rows.map(({ eventIds }) => eventIds.length))).toEqual([[1], [1]]);
    await work([...first, ...second]);
    expect(await effects()).toEqual(['innocent', 'killer']);
  });
});
