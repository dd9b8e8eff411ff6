import { z } from 'zod';
import { errorCode } from './error-code.js';

/** Why the embedded database cannot serve, in one line that says what to do. */
export class EmbeddedPostgresFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresFault';
  }
}

const pathSchema = z.object({ path: z.string().optional() });

const storageFaults: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is on a read-only file system',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

/** Turns what the file system refuses into a fault that names DATA_DIR; anything else passes through. */
export function storageFault(error: unknown, dataDir: string): unknown {
  const reason = storageFaults[errorCode(error) ?? ''];
  if (reason === undefined) return error;
  const { path } = pathSchema.parse(error);
  return new EmbeddedPostgresFault(
    `DATA_DIR (${dataDir}) cannot be used: ${reason}${path ? ` (${path})` : ''}. Make it writable or set DATA_DIR to another folder.`,
    { cause: error },
  );
}
