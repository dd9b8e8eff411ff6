import { enterProject, ensureBuilt, ensureInstalled, fail, run } from './toolchain.mjs';

enterProject();
await ensureInstalled();
await ensureBuilt();

const options = ['--out-dir', 'dist', '--ignore', '**/*.spec.ts', '--quiet'];
const swc = 'node_modules/@swc/cli/bin/swc.js';
const code = await run(process.execPath, [swc, 'bench', 'test/support', ...options]);
if (code !== 0) fail('The benchmark could not be built: see the lines above.', code);

process.exitCode = await run(process.execPath, [
  '--enable-source-maps',
  '--expose-gc',
  'dist/bench/bench.js',
  ...process.argv.slice(2),
]);
