import { printMetrics } from './metrics.js';
import { watchPool } from './watch-pool.js';

const poolWith = (totalCount: number, idleCount: number, waitingCount: number) => ({
  totalCount,
  idleCount,
  waitingCount,
  ending: false,
});

async function lines(): Promise<string[]> {
  const { text } = await printMetrics();
  return text.split('\n').filter((line) => line.startsWith('agent_builder_db_pool_connections{'));
}

const line = (pool: string, state: string, count: number) =>
  `agent_builder_db_pool_connections{pool="${pool}",state="${state}"} ${count}`;

describe('A watched pool', () => {
  it('is shown as it is at the moment of asking, with others of its name, until it ends', async () => {
    const first = poolWith(5, 2, 0);
    const second = poolWith(1, 0, 7);
    watchPool('intake', first);
    watchPool('intake', second);
    watchPool('queue', poolWith(3, 3, 0));
    expect(await lines()).toEqual([
      line('intake', 'busy', 4),
      line('intake', 'idle', 2),
      line('intake', 'waiting', 7),
      line('queue', 'busy', 0),
      line('queue', 'idle', 3),
      line('queue', 'waiting', 0),
    ]);
    second.ending = true;
    first.idleCount = 5;
    expect((await lines()).slice(0, 3)).toEqual([
      line('intake', 'busy', 0),
      line('intake', 'idle', 5),
      line('intake', 'waiting', 0),
    ]);
    first.ending = true;
    expect(await lines()).toHaveLength(3);
  });
});
