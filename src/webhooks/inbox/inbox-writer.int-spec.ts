import fc from 'fast-check';
import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { systemContext } from '../../kernel/context/index.js';
import { createRolePool } from '../../kernel/database/index.js';
import { toInboxEvent, type InboxEvent } from './inbox-event.js';
import { InboxWriter } from './inbox-writer.js';
import { EventNotStorable, IntakeUnavailable } from './inbox.errors.js';
import { ReplyingInbox } from './replying-inbox.js';

let database: TestDatabase;
let pool: Pool;
let accounts = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createRolePool({ url: database.url, role: 'ab_intake', max: 1, applicationName: 'test' });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const ctx = systemContext({ actor: 'test' });
const newAccount = () => `account-${++accounts}`;

function eventOf(account: string, text: string, change: Partial<InboxEvent> = {}): InboxEvent {
  const raw = Buffer.from(JSON.stringify({ text }));
  const event = { type: 'note', externalId: `note:${text}`, body: { text } };
  return { ...toInboxEvent({ ctx, source: 'test', account, raw, event, eventsInRequest: 1 }), ...change };
}

async function storedBodies(account: string): Promise<string[]> {
  const { rows } = await pool.query<{ body: Buffer }>(
    'SELECT body FROM webhook_events WHERE account = $1 ORDER BY body',
    [account],
  );
  return rows.map(({ body }) => body.toString());
}

function writer(maximumWaiting = 2_000, on: Pool = pool) {
  const flushes: [number, number][] = [];
  return {
    inbox: new InboxWriter(on, maximumWaiting, { flushed: (rows, stored) => flushes.push([rows, stored]) }),
    flushes,
  };
}

describe('InboxWriter', () => {
  it('stores every event once, however often and however mixed it comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 }), async (numbers) => {
        const account = newAccount();
        const { inbox } = writer();
        await Promise.all(numbers.map((number) => inbox.store(eventOf(account, String(number)))));
        const expected = [...new Set(numbers)].map((number) => JSON.stringify({ text: String(number) })).sort();
        expect(await storedBodies(account)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('flushes at once when idle, and groups what comes meanwhile', async () => {
    const account = newAccount();
    const { inbox, flushes } = writer();
    await Promise.all(Array.from({ length: 450 }, (_, index) => inbox.store(eventOf(account, String(index)))));
    expect(flushes.map(([rows]) => rows)).toEqual([1, 200, 200, 49]);
  });

  it('keeps the bytes as received, a NUL escape among them', async () => {
    const account = newAccount();
    const body = Buffer.from('{"text": "a\\u0000b",  "é":1}');
    await writer().inbox.store(eventOf(account, 'x', { body }));
    expect(await storedBodies(account)).toEqual([body.toString()]);
  });

  it('does not fail 199 neighbours for one row that cannot be stored', async () => {
    const account = newAccount();
    const { inbox } = writer();
    const events = Array.from({ length: 200 }, (_, index) => eventOf(account, String(index)));
    const poison = [
      eventOf(account, 'nul', { type: 'a\0b' }),
      eventOf(account, 'key', {
        callKey: Array.from({ length: 4_000 }, () => Math.random().toString(36).slice(2)).join(''),
      }),
    ];
    const results = await Promise.allSettled(
      [...events.slice(0, 99), ...poison, ...events.slice(99)].map((event) => inbox.store(event)),
    );
    const refused = results.flatMap((result, index) => (result.status === 'rejected' ? [[index, result.reason]] : []));
    expect(refused).toEqual([
      [99, expect.any(EventNotStorable)],
      [100, expect.any(EventNotStorable)],
    ]);
    expect(await storedBodies(account)).toHaveLength(200);
  });

  it('refuses at once when too many wait', async () => {
    const account = newAccount();
    const { inbox } = writer(10);
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => inbox.store(eventOf(account, String(index)))),
    );
    const stored = results.filter(({ status }) => status === 'fulfilled').length;
    expect(stored).toBeGreaterThanOrEqual(10);
    expect(results.filter(({ status }) => status === 'rejected').length).toBe(50 - stored);
    expect(await storedBodies(account)).toHaveLength(stored);
  });

  it('never acknowledges without a database', async () => {
    const dead = createRolePool({
      url: 'postgres://nobody@127.0.0.1:1/none',
      role: 'ab_intake',
      max: 1,
      applicationName: 'test',
    });
    await expect(writer(10, dead).inbox.store(eventOf('none', 'x'))).rejects.toBeInstanceOf(IntakeUnavailable);
    await dead.end();
  });
});

describe('ReplyingInbox', () => {
  it('tells a first delivery from a repeated one', async () => {
    const account = newAccount();
    const inbox = new ReplyingInbox(pool);
    expect(await inbox.store(eventOf(account, 'x'), null)).toEqual({ firstDelivery: true, companions: [] });
    expect(await inbox.store(eventOf(account, 'x'), null)).toEqual({ firstDelivery: false, companions: [] });
  });

  it('stores its companion rows in the same statement, and neither when one is refused', async () => {
    const inbox = new ReplyingInbox(pool);
    const claimOf = (toolCallId: string) => ({
      name: 'claim',
      cte: (
        first: number,
      ) => `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, lease_until)
        VALUES (gen_random_uuid(), $1, 'call', $${first}, 'tool', '{}', now()) ON CONFLICT DO NOTHING RETURNING tool_call_id`,
      values: [toolCallId],
    });
    const account = newAccount();
    expect(await inbox.store(eventOf(account, 'a'), claimOf('one'))).toEqual({
      firstDelivery: true,
      companions: [{ tool_call_id: 'one' }],
    });
    expect(await inbox.store(eventOf(account, 'b'), claimOf('one'))).toEqual({ firstDelivery: true, companions: [] });
    await expect(inbox.store(eventOf(account, 'c'), claimOf('a\0b'))).rejects.toBeInstanceOf(EventNotStorable);
    expect(await storedBodies(account)).toHaveLength(2);
  });
});
