import { developmentSecret, Secret, type Environment } from './kernel/config/index.js';
import { newToken } from './kernel/crypto/index.js';
import { AppError } from './kernel/errors/index.js';

/** What plays the outside world within this process. */
export interface StandIns {
  /** The settings that lead there. */
  env: Environment;
  /** The Cal.com that is played is among them. */
  hasCalendar: boolean;
  /** Lets them tell the server at this address what changes. */
  serverListens(url: string): void;
  close(): Promise<void>;
}

/** One platform that is played. */
interface StandIn {
  env: Environment;
  serverListens?(url: string): void;
  close(): Promise<void>;
}

/**
 * Opens what is played of the outside world: each platform for which the operator has no account of their own, where the sandbox
 * is on.
 *
 * @param env with `DATA_DIR`, and `SANDBOX` settled.
 */
export async function openStandIns(env: Environment): Promise<StandIns | null> {
  if (env.SANDBOX !== 'on') return null;
  const [calendar, telephone] = await Promise.all([
    unlessDamaged(env.CAL_API_KEY ? null : playCalendar(env)),
    unlessDamaged(env.VAPI_API_KEY ? null : playTelephone(env)),
  ]);
  const played = [calendar, telephone].filter((each) => each !== null);
  if (played.length === 0) return null;
  return {
    env: { ...calendar?.env, ...telephone?.env },
    hasCalendar: calendar !== null,
    serverListens: (url) => played.forEach((each) => each.serverListens?.(url)),
    close: async () => void (await Promise.all(played.map((each) => each.close()))),
  };
}

async function playCalendar(env: Environment): Promise<StandIn> {
  const { dataDir, apiKey } = accountOf(env, 'CAL_API_KEY', 'cal_');
  // Loaded here only: elsewhere it costs nothing.
  const { openPlayedCalendar, subscribeServer } = await import('./sandbox/index.js');
  const calcom = await openPlayedCalendar({ dataDir, apiKey });
  const secret = env.CAL_WEBHOOK_SECRET;
  return {
    env: { CAL_API_KEY: apiKey, CAL_BASE_URL: calcom.url },
    serverListens: (url) => secret && subscribeServer(calcom, url, new Secret(secret)),
    close: () => calcom.close(),
  };
}

/** The operator's own account at Twilio goes with a Vapi that is played; a real Vapi could import no number that is. */
async function playTelephone(env: Environment): Promise<StandIn> {
  if (env.TWILIO_ACCOUNT_SID || env.TWILIO_AUTH_TOKEN) return playVapi(env);
  const { dataDir, apiKey } = accountOf(env, 'VAPI_API_KEY', '');
  const { apiKey: authToken } = accountOf(env, 'TWILIO_AUTH_TOKEN', '');
  const { openPlayedTelephone } = await import('./sandbox/index.js');
  const { vapi, twilio, accountSid } = await openPlayedTelephone({ dataDir, vapiKey: apiKey, authToken });
  const model = await playModel(env);
  return {
    env: {
      VAPI_API_KEY: apiKey,
      VAPI_BASE_URL: vapi.url,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_BASE_URL: twilio.url,
      ...model?.env,
    },
    close: async () => void (await Promise.all([vapi.close(), twilio.close(), model?.close()])),
  };
}

async function playVapi(env: Environment): Promise<StandIn> {
  const { dataDir, apiKey } = accountOf(env, 'VAPI_API_KEY', '');
  const { openPlayedVapi } = await import('./sandbox/index.js');
  const vapi = await openPlayedVapi({ dataDir, apiKey });
  return { env: { VAPI_API_KEY: apiKey, VAPI_BASE_URL: vapi.url }, close: () => vapi.close() };
}

/** What answers the calls that the played Twilio puts through to this server. */
async function playModel(env: Environment): Promise<StandIn | null> {
  if (env.OPENAI_API_KEY || env.OPENAI_BASE_URL) return null;
  const { apiKey } = accountOf(env, 'OPENAI_API_KEY', '');
  const { openPlayedModel } = await import('./sandbox/index.js');
  const model = await openPlayedModel({ apiKey });
  return { env: { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: model.url }, close: () => model.close() };
}

function accountOf(env: Environment, name: string, prefix: string): { dataDir: string; apiKey: string } {
  const dataDir = env.DATA_DIR ?? '.data';
  const isProduction = env.NODE_ENV === 'production';
  return { dataDir, apiKey: isProduction ? newToken(prefix, 24) : `${prefix}${developmentSecret(dataDir, name)}` };
}

/** The demonstration is not worth a server that does not start. */
async function unlessDamaged(opening: Promise<StandIn> | null): Promise<StandIn | null> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stdout.write(`A part of the demonstration could not be opened. ${error.safeMessage.en}\n`);
    return null;
  }
}
