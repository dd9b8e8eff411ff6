import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { startKernelNode } from '../../../test/support/kernel-node.js';
import { defineJob, JobProcessor, QueueModule, QueueWorkerModule } from './index.js';

const oneJob = defineJob({ name: 'test.one', queue: 'test-one', payload: z.object({}) });
const otherJob = defineJob({ name: 'test.other', queue: 'test-other', payload: z.object({}) });

class Runs {
  async run(): Promise<void> {
    await Promise.resolve();
  }
}

@JobProcessor(oneJob)
class OneProcessor extends Runs {}

@JobProcessor(otherJob)
class OtherProcessor extends Runs {}

describe('The queue at boot', () => {
  let database: TestDatabase;
  const start = (env: Record<string, string>, providers = [OneProcessor, OtherProcessor]) =>
    startKernelNode({ env: { DATABASE_URL: database.url, ...env }, imports: [QueueWorkerModule.forRoot()], providers });

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('starts no worker while a declared job has no processor', async () => {
    await expect(start({}, [OneProcessor])).rejects.toThrow('The job "test.other" has no @JobProcessor');
  });

  it('starts no worker when its pool is too small for them, which would hang without a word', async () => {
    await expect(start({ QUEUE_POOL_SIZE: '3' })).rejects.toThrow('2 workers need 4 connections');
  });

  it('starts the API with the same pool, as it runs no workers', async () => {
    const api = await startKernelNode({
      env: { DATABASE_URL: database.url, QUEUE_POOL_SIZE: '3' },
      imports: [QueueModule],
    });

    await api.close();
  });

  it('runs with a pool that is just large enough', async () => {
    const worker = await start({ QUEUE_POOL_SIZE: '4' });

    await worker.close();
  });

  it('says what to do when PostgreSQL cannot be reached', async () => {
    await expect(start({ DATABASE_URL: 'postgres://nobody:pw@127.0.0.1:1/none' })).rejects.toThrow(
      'The queue cannot be opened in PostgreSQL (DATABASE_URL): is it running and reachable?',
    );
  });

  it('says what to do when Redis cannot be reached, without its password', async () => {
    await expect(start({ REDIS_URL: 'redis://:hushhush@127.0.0.1:1' })).rejects.toThrow(
      'Redis at 127.0.0.1:1 (REDIS_URL) cannot be reached: is it running?',
    );
  });

  it('makes no tables in production, where that is the migration’s task', async () => {
    const bare = await createTestDatabase();
    try {
      await expect(start({ DATABASE_URL: bare.url, NODE_ENV: 'production' })).rejects.toThrow(
        'Run `npm run migrate` first',
      );
    } finally {
      await bare.drop();
    }
  });
});
