import { defineGauge } from './metrics.js';

/** What a `pg.Pool` tells of itself. */
export interface ObservedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const pools = new Map<string, ObservedPool>();

defineGauge({
  name: 'db_pool_connections',
  help: 'Connections of each database pool, and callers who wait for one.',
  labels: ['pool', 'state'],
  collect: (gauge) => {
    gauge.reset();
    for (const [name, pool] of pools) {
      gauge.set({ pool: name, state: 'busy' }, pool.totalCount - pool.idleCount);
      gauge.set({ pool: name, state: 'idle' }, pool.idleCount);
      gauge.set({ pool: name, state: 'waiting' }, pool.waitingCount);
    }
  },
});

/** Shows a pool in the metrics under a name, until the returned function is called. */
export function watchPool(name: string, pool: ObservedPool): () => void {
  pools.set(name, pool);
  return () => {
    if (pools.get(name) === pool) pools.delete(name);
  };
}
