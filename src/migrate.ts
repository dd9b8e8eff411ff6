import { prepareRuntime } from './runtime.js';
import { tellAndExit } from './tell-and-exit.js';
import { databaseConfig, runMigrations } from './kernel/database/index.js';
import { migrateQueue } from './kernel/queue/index.js';

/** `npm run migrate`: brings the schema of the server and of its queue to head, once, whoever else tries at the same time. */
try {
  const { config, stop } = await prepareRuntime();
  const { url } = config.get(databaseConfig);
  const applied = await runMigrations(url);
  await migrateQueue(url);
  process.stdout.write(applied.length === 0 ? 'The schema is at head.\n' : `Applied:\n  ${applied.join('\n  ')}\n`);
  await stop();
} catch (error) {
  tellAndExit(error);
}
