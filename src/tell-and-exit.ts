import { ConfigurationFault } from './kernel/config/index.js';

/** Faults that say themselves, in a line or a few, what to do; anything else is a mistake of ours and shows its stack. */
const selfExplaining = new Set(['EmbeddedPostgresFault', 'DatabaseFault', 'QueueFault']);

/** Ends the process over a failed start, with what the operator has to do rather than a stack where we know it. */
export function tellAndExit(error: unknown): never {
  process.stderr.write(`${adviceOn(error)}\n`);
  process.exit(1);
}

function adviceOn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigurationFault || selfExplaining.has(error.name)) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is taken. Stop what uses it, or choose another one: PORT=3001 npm start`;
  }
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') {
    return 'This port may not be opened by this user. Choose one above 1023: PORT=3000 npm start';
  }
  if (code === 'EADDRNOTAVAIL') return 'HOST is no address of this machine. Use 127.0.0.1, 0.0.0.0, or one of its own.';
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'].includes(code)) {
    return `The database does not let us in (${code}). Check DATABASE_URL and that PostgreSQL runs.`;
  }
  return error.stack ?? error.message;
}
