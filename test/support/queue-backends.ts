import { Client } from 'pg';
import { Redis } from 'ioredis';
import { createTestDatabase } from './database.js';
import { hasRedis, ownsRedis, startTestRedis } from './redis.js';

/** A place where jobs are kept, empty, for one test file. */
export interface TestBackend {
  /** The settings that make the server use it. */
  env: Record<string, string>;
  /** Cuts every connection; new ones are accepted. */
  cutConnections(): Promise<void>;
  /** Refuses connections until `comeBack`. Redis loses its memory by it. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export interface TestBackendKind {
  name: 'PostgreSQL' | 'Redis';
  isAvailable: boolean;
  /** Whether `goDown` can be asked of it here. */
  canGoDown: boolean;
  open(): Promise<TestBackend>;
}

/** Suites on queues run on all of these: `describe.each(backends)`; where one is not available, its tests are skipped. */
export const backends: readonly TestBackendKind[] = [
  { name: 'PostgreSQL', isAvailable: true, canGoDown: true, open: openPostgres },
  { name: 'Redis', isAvailable: hasRedis, canGoDown: ownsRedis, open: openRedis },
];

async function openPostgres(): Promise<TestBackend> {
  const database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  // One that stays, since nobody else gets in while the database is "down".
  const keeper = new Client({ connectionString: database.url });
  await keeper.connect();
  const cutConnections = async () => {
    await keeper.query(
      // PostgreSQL's own processes, such as a vacuum, are not ours to cut.
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = $1 AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      [name],
    );
  };
  return {
    env: { DATABASE_URL: database.url },
    cutConnections,
    goDown: async () => {
      await keeper.query(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
      await cutConnections();
    },
    comeBack: async () => void (await keeper.query(`ALTER DATABASE ${name} CONNECTION LIMIT -1`)),
    close: async () => {
      await keeper.end();
      await database.drop();
    },
  };
}

async function openRedis(): Promise<TestBackend> {
  const redis = await startTestRedis();
  return {
    // Nothing in these suites asks PostgreSQL for anything when there is Redis.
    env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', REDIS_URL: redis.url },
    cutConnections: async () => {
      const client = new Redis(redis.url);
      await client.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      await client.client('KILL', 'TYPE', 'pubsub');
      await client.quit();
    },
    goDown: () => redis.kill(),
    comeBack: () => redis.restart(),
    close: () => redis.stop(),
  };
}
