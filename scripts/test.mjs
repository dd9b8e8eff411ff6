import { enterProject, ensureInstalled, run } from './toolchain.mjs';

enterProject();
await ensureInstalled();

// Jest runs ES modules through Node's vm modules, which Node calls experimental with every worker.
// With a large young generation, what a test leaves behind is collected before it is moved.
const nodeOptions = [
  process.env.NODE_OPTIONS,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=64',
];
const env = { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: nodeOptions.filter(Boolean).join(' ') };
process.exitCode = await run(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], { env });
