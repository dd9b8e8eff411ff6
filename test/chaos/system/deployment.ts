import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from '../../../src/kernel/database/index.js';
import { migrateQueue } from '../../../src/kernel/queue/index.js';
import { until } from '../../support/until.js';
import type { Backend } from '../chaos-options.js';
import { makeEffectsTable } from '../audit/counted-effects.js';
import { exchangeRates } from '../exchange-rates.js';
import { freePorts } from '../../support/free-ports.js';
import { onExit } from './on-exit.js';
import { PostgresServer } from './postgres-server.js';
import type { ProbeMode } from './probe.js';
import { RedisServer } from './redis-server.js';
import { ServerProcess } from './server-process.js';

export interface DeploymentOptions {
  backend: Backend;
  /** What the processes do otherwise than the product: nothing but being counted, except in a control. */
  probes: { api?: ProbeMode; worker: ProbeMode };
  /** Where logs go; a folder that is thrown away without it. */
  logs: string | undefined;
}

const bootLimitMs = 120_000;
const root = new URL('../../../', import.meta.url);

/** Two API processes, two workers, PostgreSQL and, if asked for, Redis: all real, all to be killed. */
export class Deployment {
  private constructor(
    readonly postgres: PostgresServer,
    readonly redis: RedisServer | undefined,
    readonly processes: readonly ServerProcess[],
    readonly apiUrls: readonly string[],
    private readonly discardFolder: () => void,
  ) {}

  static async start({ backend, probes, logs }: DeploymentOptions): Promise<Deployment> {
    const folder = mkdtempSync(join(tmpdir(), 'agent-builder-chaos-'));
    const discardFolder = () => rmSync(folder, { recursive: true, force: true });
    onExit(discardFolder);
    if (logs) mkdirSync(logs, { recursive: true });
    const postgres = await PostgresServer.start();
    await runMigrations(postgres.url);
    await migrateQueue(postgres.url);
    await makeEffectsTable(postgres.adminUrl);
    const redis = backend === 'redis' ? await RedisServer.start() : undefined;
    const env = environment(folder, postgres.url, redis?.url);
    const ports = await freePorts(4);
    const make = processMaker({ folder, logs: logs ?? folder, env, probes });
    const processes = [...ports.slice(0, 2).map(make.api), ...ports.slice(2).map(make.worker)];
    const apiUrls = ports.slice(0, 2).map((port) => `http://127.0.0.1:${port}`);
    const deployment = new Deployment(postgres, redis, processes, apiUrls, discardFolder);
    for (const process of processes) process.start();
    await deployment.ready();
    return deployment;
  }

  /** Resolves once everything runs and says so. */
  async ready(): Promise<void> {
    await this.postgres.back();
    await this.redis?.back();
    await Promise.all(this.processes.map((process) => until(() => process.isReady, bootLimitMs)));
  }

  async discard(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.redis?.discard();
    await this.postgres.discard();
    this.discardFolder();
  }
}

/** As in production: every secret given, nothing of the developer's environment. */
function environment(folder: string, databaseUrl: string, redisUrl: string | undefined): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    WORKER: 'off',
    SANDBOX: 'off',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: databaseUrl,
    JWT_SECRET: randomBytes(32).toString('hex'),
    ENCRYPTION_KEYS: `chaos:${randomBytes(32).toString('base64')}`,
    EXCHANGE_RATES: exchangeRates,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  };
}

interface Making {
  folder: string;
  logs: string;
  env: Record<string, string>;
  probes: DeploymentOptions['probes'];
}

function processMaker({ folder, logs, env, probes }: Making) {
  const make = (role: 'api' | 'worker', portName: string, mode: ProbeMode | undefined) => (port: number, at: number) =>
    new ServerProcess({
      role,
      script: fileURLToPath(new URL(role === 'api' ? 'src/main.js' : 'src/worker.js', root)),
      preloads: mode === undefined ? [] : [new URL('test/chaos/system/probe.js', root).href],
      env: { ...env, [portName]: String(port), ...(mode !== undefined && { CHAOS_PROBE: mode }) },
      folder,
      logFile: join(logs, `${role}-${at + 1}.log`),
      probes: `http://127.0.0.1:${port}`,
    });
  return { api: make('api', 'PORT', probes.api), worker: make('worker', 'WORKER_PORT', probes.worker) };
}
