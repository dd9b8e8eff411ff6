import { developmentSecret, Secret, type Environment } from './kernel/config/index.js';
import { newToken } from './kernel/crypto/index.js';
import { AppError } from './kernel/errors/index.js';

/** What plays the outside world within this process. */
export interface StandIns {
  /** The settings that lead there. */
  env: Environment;
  /** Lets them tell the server at this address what changes. */
  serverListens(url: string): void;
  close(): Promise<void>;
}

/**
 * Opens the Cal.com that is played, where the sandbox is on and the operator has no account of their own.
 *
 * @param env with `DATA_DIR`, and `SANDBOX` settled.
 */
export async function openStandIns(env: Environment): Promise<StandIns | null> {
  if (env.SANDBOX !== 'on' || env.CAL_API_KEY) return null;
  const dataDir = env.DATA_DIR ?? '.data';
  const apiKey =
    env.NODE_ENV === 'production' ? newToken('cal_', 24) : `cal_${developmentSecret(dataDir, 'CAL_API_KEY')}`;
  // Loaded here only: elsewhere it costs nothing.
  const { openPlayedCalendar, subscribeServer } = await import('./sandbox/index.js');
  try {
    const calcom = await openPlayedCalendar({ dataDir, apiKey });
    const secret = env.CAL_WEBHOOK_SECRET;
    return {
      env: { CAL_API_KEY: apiKey, CAL_BASE_URL: calcom.url },
      serverListens: (url) => secret && subscribeServer(calcom, url, new Secret(secret)),
      close: () => calcom.close(),
    };
  } catch (error) {
    // The demonstration is not worth a server that does not start.
    if (!(error instanceof AppError)) throw error;
    process.stdout.write(`The calendar of the demonstration could not be opened. ${error.safeMessage.en}\n`);
    return null;
  }
}
