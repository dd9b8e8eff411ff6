/** The code of a failed system call, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  // Not by class: tests see the file system's errors from another realm.
  const known = typeof error === 'object' && error !== null && 'code' in error;
  return known && typeof error.code === 'string' ? error.code : undefined;
}
