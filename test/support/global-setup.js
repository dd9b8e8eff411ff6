import { discardAbandoned, discardTestServer, reserveTestServer } from './test-server.js';

/** Once per run, before the workers, which inherit the environment. */
export default function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = reserveTestServer();
  process.env.TEST_DATA_DIR = dataDir;
  // Covers what the tear-down does not see: Ctrl-C, a failing set-up, --forceExit.
  process.once('exit', () => {
    discardTestServer(dataDir);
    discardAbandoned();
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])
    process.once(signal, () => process.exit(code));
}
