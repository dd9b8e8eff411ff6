import { Redis } from 'ioredis';
import { Client } from 'pg';

/** What nobody has finished yet. */
export interface OpenWork {
  /** Neither PROCESSED nor DEAD. */
  events: number;
  /** Tool calls that were claimed and never ended. */
  tools: number;
  /** Jobs that wait or run; those that are due later are schedules. */
  jobs: number;
}

const countRows = `SELECT
  (SELECT count(*)::int FROM webhook_events WHERE status NOT IN ('PROCESSED', 'DEAD')) AS events,
  (SELECT count(*)::int FROM tool_invocations WHERE state = 'pending') AS tools,
  (SELECT count(*)::int FROM bullmq.job WHERE state IN ('waiting', 'active')) AS jobs`;

const jobLists = ['wait', 'active'];

export async function countOpenWork(adminUrl: string, redisUrl: string | undefined): Promise<OpenWork> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [row] = (await client.query<OpenWork>(countRows)).rows;
    if (!row) throw new Error('Nothing was counted.');
    return redisUrl === undefined ? row : { ...row, jobs: await countRedisJobs(redisUrl) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function amountOf({ events, tools, jobs }: OpenWork): number {
  return events + tools + jobs;
}

async function countRedisJobs(url: string): Promise<number> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    let jobs = 0;
    for (const key of await client.keys('agent-builder:*')) {
      const kind = key.slice(key.lastIndexOf(':') + 1);
      if (jobLists.includes(kind)) jobs += await client.llen(key);
      else if (kind === 'prioritized') jobs += await client.zcard(key);
    }
    return jobs;
  } finally {
    client.disconnect();
  }
}
