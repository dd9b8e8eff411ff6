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
import type { StandIns } from './stand-ins.js';

/** What a process stands on before any module is made. */
export interface Runtime {
  config: Config;
  log: AppLogger;
  /** Null where nothing is played in this process. */
  standIns: StandIns | null;
  /** Stops the embedded database and the stand-ins, where there are any; to be called last. */
  stop(): Promise<void>;
}

type OpenStandIns = (env: Environment) => Promise<StandIns | null>;

/**
 * Reads the environment, completes it in development (generated secrets, embedded PostgreSQL), and parses it whole.
 *
 * @param openStandIns of the process that plays the outside world; the others have none.
 * @throws ConfigurationFault, EmbeddedPostgresFault: each a line or more on what to do.
 */
export async function prepareRuntime(openStandIns: OpenStandIns = async () => null): Promise<Runtime> {
  const env = readEnvironment();
  const dataDir = resolve(env.DATA_DIR || '.data');
  const secrets = developmentEnvironment(dataDir, env);
  const complete = { ...env, ...secrets, DATA_DIR: dataDir, SANDBOX: sandboxMode(env) };
  const isEmbedded = !env.DATABASE_URL && env.NODE_ENV !== 'production';
  // A wrong setting is told before anything is started for nothing.
  Config.read(isEmbedded ? { ...complete, DATABASE_URL: 'postgres://unknown' } : complete);
  const opening = openStandIns(complete);
  const starting = isEmbedded ? startDatabase(dataDir) : Promise.resolve(null);
  const stop = async () => {
    const [played, postgres] = await Promise.allSettled([opening, starting]);
    if (played.status === 'fulfilled') await played.value?.close();
    if (postgres.status === 'fulfilled') await postgres.value?.stop();
  };
  try {
    const [standIns, postgres] = await Promise.all([opening, starting]);
    const found = parse({ ...complete, ...standIns?.env, ...(postgres && { DATABASE_URL: postgres.url }) });
    if (postgres) await migrate(postgres.url);
    return { ...found, standIns, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A provider key of the operator's own means that the outside world is real. */
const providerKeys = ['VAPI_API_KEY', 'CAL_API_KEY', 'TWILIO_AUTH_TOKEN', 'OPENAI_API_KEY', 'ANTHROPIC_API_KEY'];

/** Settles `auto`; anything else is left to the settings' own check. */
function sandboxMode(env: Environment): string {
  if (env.SANDBOX && env.SANDBOX !== 'auto') return env.SANDBOX;
  const isDevelopment = (env.NODE_ENV || 'development') === 'development';
  return isDevelopment && !providerKeys.some((name) => env[name]) ? 'on' : 'off';
}

async function startDatabase(dataDir: string) {
  const { startEmbeddedPostgres } = await import('./kernel/database/embedded/index.js');
  return startEmbeddedPostgres({ dataDir, log: (line) => process.stdout.write(`${line}\n`) });
}

async function migrate(url: string): Promise<void> {
  await runMigrations(url);
  await migrateQueue(url);
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
