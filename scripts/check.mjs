import { spawn } from 'node:child_process';
import { enterProject, ensureInstalled } from './toolchain.mjs';

enterProject();
await ensureInstalled();

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
// Quick ones that read sources only, two at a time; then the tests, which want the machine for themselves.
const reading = ['format:check', 'lint', 'typecheck', 'arch', 'unused'];
const failed = [];

const queue = [...reading];
const work = async () => {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) await quietly(step);
};
await Promise.all([work(), work()]);
if (!process.argv.includes('--no-test')) await aloud('test');

process.stdout.write(failed.length === 0 ? 'All checks passed.\n' : `FAILED: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Shows what a step says only when it fails. */
async function quietly(step) {
  const output = [];
  const started = Date.now();
  const code = await run(step, 'pipe', (chunk) => output.push(chunk));
  report(step, code, started);
  if (code !== 0) process.stdout.write(Buffer.concat(output));
}

async function aloud(step) {
  const started = Date.now();
  const code = await run(step, 'inherit');
  report(step, code, started);
}

function report(step, code, started) {
  if (code !== 0) failed.push(step);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${step} (${seconds} s)\n`);
}

function run(step, stdio, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(npm, ['run', '--silent', step], {
      stdio: ['ignore', stdio, stdio],
      shell: process.platform === 'win32',
    });
    if (onOutput) {
      child.stdout.on('data', onOutput);
      child.stderr.on('data', onOutput);
    }
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
