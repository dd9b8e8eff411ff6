import { ConfigurationFault } from './kernel/config/index.js';

/** Faults that say themselves, in a line or a few, what to do; anything else is a mistake of ours and shows its stack. */
const selfExplaining = new Set(['EmbeddedPostgresFault', 'DatabaseFault', 'QueueFault']);

/** Ends the process over a failed start, with what the operator has to do rather than a stack where we know it. */
export function tellAndExit(error: unknown): never {
  process.stderr.write(`${adviceOn(error)}\n`);
  process.exit(1);
}

/** What to do about a failure of the system, by its code. */
const byCode: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken. Stop what uses it, or choose another one: PORT=3001 npm start',
  EACCES: 'This port may not be opened by this user. Choose one above 1023: PORT=3000 npm start',
  EADDRNOTAVAIL: 'HOST is no address of this machine. Use 127.0.0.1, 0.0.0.0, or one of its own.',
  ECONNREFUSED: 'The database does not answer. Check DATABASE_URL and that PostgreSQL runs.',
  ENOTFOUND: 'The host in DATABASE_URL is not known. Check DATABASE_URL.',
  ETIMEDOUT: 'The database does not answer in time. Check DATABASE_URL and that PostgreSQL runs.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '28000': 'The database refuses the login in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist. Create it first.',
};

function adviceOn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigurationFault || selfExplaining.has(error.name)) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  const advice = byCode[code];
  if (advice === undefined) return error.stack ?? error.message;
  return 'port' in error ? `${advice} (${code} ${String(error.port)})` : `${advice} (${code})`;
}
