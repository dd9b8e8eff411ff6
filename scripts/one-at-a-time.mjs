import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const lock = '.toolchain.lock';

/** One start or test at a time installs or builds here; the others wait. A lock whose holder died is void. */
export async function oneAtATime(work) {
  for (let told = false; !tryLock(); told = true) {
    if (!told) process.stdout.write(`Waiting for process ${lockHolder()}, which is installing or building…\n`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  // Also when the work ends the process.
  process.once('exit', unlock);
  try {
    await work();
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

function tryLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      process.stderr.write(`${process.cwd()} cannot be written (${error.code}). Make it writable and try again.\n`);
      process.exit(1);
    }
    if (!isAlive(lockHolder())) unlock();
    return false;
  }
}

function unlock() {
  rmSync(lock, { force: true });
}

function lockHolder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
