import { AppError } from '../../../kernel/errors/index.js';

/** For removals: what is not there is removed. */
export async function ignoreMissing(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'not_found')) throw error;
  }
}
