import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wantedNode = [20, 19];

const builtFrom = ['src', 'migrations'];
const builtBy = ['package.json', 'package-lock.json', 'tsconfig.json', '.swcrc', 'scripts/toolchain.mjs'];
const stamp = 'dist/.built-from';
const notBuilt = ['.spec.ts', '.int-spec.ts'];

/** Goes to the project's folder, and ends the process when Node is too old to go on. */
export function enterProject() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < wantedNode[0] || (major === wantedNode[0] && minor < wantedNode[1])) {
    fail(
      `Node ${wantedNode.join('.')} or newer is needed, and this is Node ${process.versions.node}. Get one at https://nodejs.org.`,
    );
  }
  process.chdir(root);
}

/** Ends the process with one line. */
export function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** Installs when node_modules is missing or is not what package-lock.json says. */
export async function ensureInstalled() {
  if (!isInstalled()) await oneAtATime(install);
}

async function install() {
  // Whoever was first has done it.
  if (isInstalled()) return;
  process.stdout.write('Installing the dependencies (once, about a minute)…\n');
  const started = Date.now();
  // Building and testing need the development dependencies, whatever NODE_ENV says.
  const code = await runNpm([
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) fail('The dependencies could not be installed: see the lines above, then try again.', code);
  process.stdout.write(`Installed in ${seconds(started)} s.\n`);
}

function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  if (statSync(record).mtimeMs >= statSync('package-lock.json').mtimeMs) return true;
  // Git gives files the time of the checkout, so the younger lock is compared before a minute is spent.
  if (!holdsAll(packagesOf('package-lock.json'), packagesOf(record))) return false;
  utimesSync(record, new Date(), new Date());
  return true;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function holdsAll(wanted, present) {
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path];
    // Optional packages of other platforms are not there.
    return (
      path === '' ||
      (found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional || entry.peer)
    );
  });
}

/** Builds `dist` when anything it is made from has changed since. */
export async function ensureBuilt() {
  if (!isBuilt()) await oneAtATime(build);
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

async function build() {
  if (isBuilt()) return;
  process.stdout.write('Building…\n');
  const started = Date.now();
  const source = fingerprint();
  // Aside first: an interrupted build must not look like a finished one, nor a removed source live on.
  const fresh = 'dist.new';
  rmSync(fresh, { recursive: true, force: true });
  await compile(fresh);
  writeFileSync(join(fresh, basename(stamp)), source);
  rmSync('dist', { recursive: true, force: true, maxRetries: 5 });
  renameSync(fresh, 'dist');
  process.stdout.write(`Built in ${seconds(started)} s.\n`);
}

async function compile(folder) {
  const swc = 'node_modules/@swc/cli/bin/swc.js';
  const options = [
    '--out-dir',
    folder,
    '--ignore',
    notBuilt.map((ending) => `**/*${ending}`).join(','),
    '--quiet',
    '--copy-files',
  ];
  const code = await run(process.execPath, [swc, ...builtFrom, ...options]);
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  fail('The build failed: see the lines above.', code);
}

/** Names, sizes and times tell as much as contents here, and are read in milliseconds. */
function fingerprint() {
  const hash = createHash('sha256');
  const note = (path) => {
    if (!existsSync(path)) return;
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  builtBy.forEach(note);
  for (const folder of builtFrom) filesIn(folder).forEach(note);
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((path) => !notBuilt.some((ending) => path.endsWith(ending)));
}

/** The npm that started us, so that no other one on the PATH takes part. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
}

/** Runs a program to its end on our terminal and passes signals on. @returns its exit code */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    // Ctrl-C reaches the child by itself; we only have to outlive it.
    const onInterrupt = () => undefined;
    const onTerminate = () => child.kill('SIGTERM');
    process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
    const settle = () => process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settle();
      resolve(signal === null ? code : 128 + (signal === 'SIGINT' ? 2 : 15));
    });
  });
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}
