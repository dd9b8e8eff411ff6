import { HttpFailure } from '../../../../kernel/http/index.js';

/** Null for what the platform does not have. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpFailure && error.kind === 'not_found') return null;
    throw error;
  }
}
