import { AppError } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import type { VendorJournal } from './vendor-journal.js';

/** Sends by `send` and tells the journal how it went. */
export async function recorded<T extends { status: number }>(
  action: string,
  journal: VendorJournal,
  send: () => Promise<T>,
): Promise<T> {
  const at = new Date();
  const startedAt = performance.now();
  const told = (status: number | undefined, error?: string) => {
    journal({ at, action, status, error, durationMs: Math.round(performance.now() - startedAt) });
  };
  try {
    const reply = await send();
    told(reply.status);
    return reply;
  } catch (error) {
    told(error instanceof HttpFailure ? error.status : undefined, reasonOf(error));
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof AppError ? error.reason : 'INTERNAL';
}
