import { defineGauge } from './metrics.js';

/** What a `pg.Pool` tells of itself. */
export interface ObservedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  /** It has been told to end, and serves nobody any more. */
  readonly ending: boolean;
}

const pools = new Map<ObservedPool, string>();

defineGauge({
  name: 'db_pool_connections',
  help: 'Connections of the database pools by name, and callers who wait for one.',
  labels: ['pool', 'state'],
  collect: (gauge) => {
    gauge.reset();
    for (const [pool, name] of pools) {
      if (pool.ending) {
        pools.delete(pool);
        continue;
      }
      gauge.inc({ pool: name, state: 'busy' }, pool.totalCount - pool.idleCount);
      gauge.inc({ pool: name, state: 'idle' }, pool.idleCount);
      gauge.inc({ pool: name, state: 'waiting' }, pool.waitingCount);
    }
  },
});

/** Shows a pool in the metrics until it is ended; pools of one name are counted together. */
export function watchPool(name: string, pool: ObservedPool): void {
  pools.set(pool, name);
}
