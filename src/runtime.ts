import { resolve } from 'node:path';
import {
  Config,
  developmentEnvironment,
  readEnvironment,
  runtimeConfig,
  type Environment,
} from './kernel/config/index.js';
import { runMigrations } from './kernel/database/index.js';
import { AppLogger } from './kernel/observability/index.js';
import { migrateQueue } from './kernel/queue/index.js';

/** What a process stands on before any module is made. */
export interface Runtime {
  config: Config;
  log: AppLogger;
  /** Stops the embedded database, where there is one; to be called last. */
  stop(): Promise<void>;
}

/**
 * Reads the environment, completes it in development (generated secrets, embedded PostgreSQL), and parses it whole.
 *
 * @throws ConfigurationFault, EmbeddedPostgresFault: each a line or more on what to do.
 */
export async function prepareRuntime(): Promise<Runtime> {
  const env = readEnvironment();
  const dataDir = resolve(env.DATA_DIR || '.data');
  const secrets = developmentEnvironment(dataDir, env);
  const complete = { ...env, ...secrets, DATA_DIR: dataDir, SANDBOX: sandboxMode(env) };
  if (env.DATABASE_URL || env.NODE_ENV === 'production') return { ...parse(complete), stop: async () => undefined };
  return embeddedRuntime(dataDir, complete);
}

/** A provider key of the operator's own means that the outside world is real. */
const providerKeys = ['VAPI_API_KEY', 'CAL_API_KEY', 'TWILIO_AUTH_TOKEN', 'OPENAI_API_KEY', 'ANTHROPIC_API_KEY'];

/** Settles `auto`; anything else is left to the settings' own check. */
function sandboxMode(env: Environment): string {
  if (env.SANDBOX && env.SANDBOX !== 'auto') return env.SANDBOX;
  const isDevelopment = (env.NODE_ENV || 'development') === 'development';
  return isDevelopment && !providerKeys.some((name) => env[name]) ? 'on' : 'off';
}

async function embeddedRuntime(dataDir: string, env: Environment): Promise<Runtime> {
  // A wrong setting is told before a database is started for nothing.
  Config.read({ ...env, DATABASE_URL: 'postgres://unknown' });
  const { startEmbeddedPostgres } = await import('./kernel/database/embedded/index.js');
  const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => process.stdout.write(`${line}\n`) });
  try {
    const runtime = parse({ ...env, DATABASE_URL: postgres.url });
    await runMigrations(postgres.url);
    await migrateQueue(postgres.url);
    return { ...runtime, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

function parse(env: Environment): Pick<Runtime, 'config' | 'log'> {
  const config = Config.read(env);
  return { config, log: AppLogger.fromConfig(config) };
}

/** Whether the API process runs workers too. */
export function runsWorkers(config: Config): boolean {
  const { worker, nodeEnv } = config.get(runtimeConfig);
  return worker ? worker === 'inline' : nodeEnv !== 'production';
}
