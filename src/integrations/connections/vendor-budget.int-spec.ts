import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createWorkspace } from '../../../test/support/workspaces.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { createDataSource, UnitOfWork } from '../../kernel/database/index.js';
import type { Priority } from '../access/connection-client.js';
import type { RateLimit } from '../core/connector.js';
import { VendorBudget } from './vendor-budget.js';
import { VendorBudgetRepository } from './vendor-budget.repository.js';

/** So slow that nothing flows in during a test, and nobody waits for it. */
const perMs = 3_600_000;

class CountedRepository extends VendorBudgetRepository {
  asked = 0;

  override take(...given: Parameters<VendorBudgetRepository['take']>): Promise<boolean> {
    this.asked += 1;
    return super.take(...given);
  }
}

describe('the budget of a vendor account', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let ctx: RequestContext;
  let account: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url }).initialize();
    ctx = await createWorkspace(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => {
    account = uuidv7();
  });

  /** What one process has of it. */
  const process = (repository = new VendorBudgetRepository()) =>
    new VendorBudget(new UnitOfWork(dataSource), repository);
  const spend = (budget: VendorBudget, limit: RateLimit, priority?: Priority) =>
    budget.spend(ctx, { account, limits: [limit], priority });
  /** How many of so many that come together get their turn. */
  const granted = async (budget: VendorBudget, limit: RateLimit, how: { times: number; priority?: Priority }) => {
    const all = await Promise.allSettled(Array.from({ length: how.times }, () => spend(budget, limit, how.priority)));
    for (const { reason } of all.filter((each) => each.status === 'rejected')) {
      expect(reason).toMatchObject({ kind: 'rate_limited', retryAfterMs: expect.any(Number) as unknown });
    }
    return all.filter(({ status }) => status === 'fulfilled').length;
  };

  it.each([
    { requests: 100, perMs: 1_000 },
    { requests: 240, perMs: 800 },
    { requests: 20, perMs: 600 },
    { requests: 3, perMs: 400 },
  ])(
    'never lets more than $requests through in any $perMs ms, whoever asks',
    async (limit) => {
      const times: number[] = [];
      const until = Date.now() + 2_500;
      const hungry = async (budget: VendorBudget, priority: Priority | undefined) => {
        while (Date.now() < until) {
          const isGranted = await spend(budget, limit, priority).then(
            () => true,
            () => false,
          );
          if (isGranted) times.push(performance.now());
        }
      };
      const processes = [process(), process()];
      const priorities = ['urgent', 'background', undefined, 'urgent', 'background'] as const;
      await Promise.all(processes.flatMap((budget) => priorities.map((priority) => hungry(budget, priority))));
      times.sort((a, b) => a - b);
      const inPeriodFrom = (start: number) =>
        times.filter((time) => time >= start && time < start + limit.perMs).length;
      expect(Math.max(...times.map(inPeriodFrom))).toBeLessThanOrEqual(limit.requests);
      expect(times.length).toBeGreaterThan(limit.requests / 2);
    },
    20_000,
  );

  it.each([
    { requests: 200, perMs, all: 100, withoutReserve: 60 },
    { requests: 10, perMs, all: 5, withoutReserve: 3 },
  ])('of $requests keeps two fifths of what may come at once for those who wait', async (limit) => {
    const [one, other] = [process(), process()];
    const taken = await granted(one, limit, { times: limit.all, priority: 'background' });
    expect(taken).toBe(limit.withoutReserve);
    expect(await granted(other, limit, { times: limit.all, priority: 'background' })).toBe(0);
    expect(await granted(other, limit, { times: limit.all, priority: 'urgent' })).toBe(limit.all - taken);
  });

  it('keeps nothing back from requests of no priority', async () => {
    expect(await granted(process(), { requests: 200, perMs }, { times: 110 })).toBe(100);
  });

  it.each([1, 2, 3])('lets what nobody waits for through a limit of %d, when all of it is there', async (requests) => {
    expect(await granted(process(), { requests, perMs }, { times: 3, priority: 'background' })).toBe(1);
  });

  it('answers an urgent request within two seconds that gets no turn', async () => {
    const [budget, limit] = [process(), { requests: 2, perMs }];
    await spend(budget, limit, 'urgent');
    const startedAt = performance.now();
    await expect(spend(budget, limit, 'urgent')).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('lets an urgent request through that waits a moment', async () => {
    const [budget, limit] = [process(), { requests: 2, perMs: 800 }];
    await spend(budget, limit, 'urgent');
    await expect(spend(budget, limit, 'urgent')).resolves.toBeUndefined();
  });

  it('asks the database for several urgent requests at once', async () => {
    const repository = new CountedRepository();
    const budget = process(repository);
    expect(await granted(budget, { requests: 200, perMs }, { times: 8, priority: 'urgent' })).toBe(8);
    expect(repository.asked).toBe(1);
  });

  it('gives what nobody waits for, and was taken in advance, to those who wait', async () => {
    const repository = new CountedRepository();
    const [budget, limit] = [process(repository), { requests: 200, perMs }];
    await spend(budget, limit, 'background');
    expect(await granted(budget, limit, { times: 19, priority: 'urgent' })).toBe(19);
    expect(repository.asked).toBe(1);
  });

  it('does not let what nobody waits for have what was taken for those who do', async () => {
    const [budget, limit] = [process(), { requests: 200, perMs }];
    await spend(budget, limit, 'urgent');
    // Of the 100, 8 are taken and 40 stay.
    expect(await granted(budget, limit, { times: 60, priority: 'background' })).toBe(52);
    expect(await granted(process(), limit, { times: 50, priority: 'urgent' })).toBe(40);
  });
});
