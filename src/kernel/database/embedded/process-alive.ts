import { errorCode } from './error-code.js';

/** Whether a process with this id exists, ours or another account's. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
