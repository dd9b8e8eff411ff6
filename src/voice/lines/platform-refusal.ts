import type { Secret } from '../../kernel/config/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import { platformWords } from '../control/platform-words.js';
import { LineRefused } from './lines.errors.js';

/**
 * Asks a platform, and passes its words on where it says no. What may go well later stays as it is.
 *
 * @param secret Of another platform, which this one may quote; its own are blacked out already.
 * @throws LineRefused, HttpFailure
 */
export async function asking<T>(platform: string, ask: () => Promise<T>, secret?: Secret): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.outcomeUnknown || error.retryable) throw error;
    const words = platformWords(error);
    const told = secret ? words.replaceAll(secret.reveal(), '[secret]') : words;
    throw new LineRefused(platform, told, kindOf(error));
  }
}

function kindOf({ kind }: HttpFailure): 'conflict' | 'invalid_input' | 'credential_rejected' {
  return kind === 'invalid_input' || kind === 'credential_rejected' ? kind : 'conflict';
}
