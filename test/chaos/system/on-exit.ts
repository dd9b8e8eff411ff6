const tasks = new Set<() => void>();

/**
 * Has something synchronous done however this process ends, Ctrl-C included, the newest first.
 *
 * @returns takes the task back once there is nothing left to do.
 */
export function onExit(task: () => void): () => void {
  tasks.add(task);
  return () => void tasks.delete(task);
}

/** To be called once, before anything is started. */
export function cleanUpOnExit(): void {
  // Every restart of Redis listens too.
  process.setMaxListeners(0);
  process.once('exit', () => {
    for (const task of [...tasks].reverse()) attempt(task);
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

/** One task that fails must not keep the others from their turn. */
function attempt(task: () => void): void {
  try {
    task();
  } catch (error) {
    process.stderr.write(`Not all could be cleaned up: ${String(error)}\n`);
  }
}
