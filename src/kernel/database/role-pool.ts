import { Pool, type PoolConfig } from 'pg';
import { watchPool } from '../observability/index.js';

export interface RolePoolOptions {
  url: string;
  /** The role of every connection from its first moment. Only roles that see all tenants: nothing is set per request. */
  role: 'ab_intake' | 'ab_accounts';
  max: number;
  /** As the database sees it, `agent-builder <name>`; the metrics show the pool under the name alone. */
  applicationName: string;
  /** Further settings of each connection, as `-c name=value`. */
  settings?: Readonly<Record<string, string>> | undefined;
}

/**
 * A small pool of its own for a hot path that precedes knowing the tenant. Its statements need no transaction to take
 * their role, so each is one round trip.
 */
export function createRolePool({ url, role, max, applicationName, settings = {} }: RolePoolOptions): Pool {
  const options = Object.entries({ role, ...settings }).map(([name, value]) => `-c ${name}=${value}`);
  const config: PoolConfig = {
    connectionString: url,
    max,
    application_name: applicationName,
    options: options.join(' '),
    keepAlive: true,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
  };
  const pool = new Pool(config);
  // An idle connection that dies is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  watchPool(applicationName.replace('agent-builder ', ''), pool);
  return pool;
}
