import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { systemContext, timeOf, uuidv7 } from '../../kernel/context/index.js';
import { createRolePool } from '../../kernel/database/index.js';
import { printMetrics } from '../../kernel/observability/index.js';
import { toInboxEvent } from '../inbox/inbox-event.js';
import { ReplyingInbox } from '../inbox/replying-inbox.js';
import { BacklogGauge } from './backlog-gauge.js';

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = createRolePool({ url: database.url, role: 'ab_intake', max: 1, applicationName: 'test' });
  new BacklogGauge({ batches: pool, replies: pool });
});
afterEach(() => database.drop());

/** An event that came so many seconds ago, which no worker has taken. */
async function store(secondsAgo: number): Promise<void> {
  const event = { type: 'note', externalId: `note:${secondsAgo}`, body: {} };
  const ctx = systemContext({ actor: 'test' });
  const id = uuidv7();
  const made = (timeOf(id) - secondsAgo * 1000).toString(16).padStart(12, '0');
  const raw = Buffer.from(String(secondsAgo));
  const row = toInboxEvent({ ctx, source: 'test', account: 'a', raw, event, eventsInRequest: 1 });
  const aged = `${made.slice(0, 8)}-${made.slice(8)}${id.slice(13)}`;
  await new ReplyingInbox(pool).store({ ...row, id: aged }, null);
}

async function told(): Promise<number | null> {
  const { text } = await printMetrics();
  const figure = /^agent_builder_webhook_oldest_pending_seconds (.*)$/m.exec(text)?.[1];
  return figure === undefined ? null : Math.round(Number(figure));
}

describe('the backlog of webhook events', () => {
  it('is told by the age of the oldest', async () => {
    expect(await told()).toBe(0);
    await store(30);
    await store(90);
    await store(60);
    expect(await told()).toBe(90);
    await pool.end();
  });

  it('is not told while the database is away, and everything else is', async () => {
    await store(90);
    await pool.end();
    expect(await told()).toBeNull();
    expect((await printMetrics()).text).toContain('nodejs_version_info');
  });
});
