import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, enterProject, fail, run } from './toolchain.mjs';

enterProject();
await ensureInstalled();
await ensureBuilt();

// A copy of the build: processes are started again and again, and another build may replace `dist` meanwhile. Below
// node_modules, so that packages are found.
const cache = resolve('node_modules/.cache');
const prefix = 'agent-builder-chaos-';
mkdirSync(cache, { recursive: true });
for (const name of readdirSync(cache)) if (isAbandoned(name)) rmSync(join(cache, name), { recursive: true });
const stage = mkdtempSync(join(cache, `${prefix}${process.pid}-`));
process.once('exit', () => rmSync(stage, { recursive: true, force: true }));

cpSync('dist', stage, { recursive: true });
writeFileSync(join(stage, 'package.json'), '{ "type": "module" }\n');
const swc = 'node_modules/@swc/cli/bin/swc.js';
const code = await run(process.execPath, [swc, 'test/chaos', 'test/support', '--out-dir', stage, '--quiet']);
if (code !== 0) fail('The tests could not be compiled: see the lines above.', code);

process.setSourceMapsEnabled(true);
const { runChaos } = await import(pathToFileURL(join(stage, 'test', 'chaos', 'run-chaos.js')).href);
// Whatever still holds the process open is none of its work.
process.exit(await runChaos(process.argv.slice(2)));

function isAbandoned(name) {
  const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
