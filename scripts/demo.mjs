import { enterProject, ensureBuilt, ensureInstalled } from './toolchain.mjs';

enterProject();
await ensureInstalled();
await ensureBuilt();

process.setSourceMapsEnabled(true);
const { readEnvironment } = await import('../dist/src/kernel/config/index.js');
const { toLocale } = await import('../dist/src/kernel/errors/index.js');
const { runDemo } = await import('../dist/src/sandbox/index.js');

process.exitCode = await runDemo({
  argv: process.argv.slice(2),
  dataDir: readEnvironment().DATA_DIR || '.data',
  locale: toLocale(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG),
  print: (text) => process.stdout.write(`${text}\n`),
});
