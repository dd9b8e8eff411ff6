import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseProcessors, pinSelf, type Processors } from './machine/pin.js';
import { describeMachine, redisVersion, type MachineDescription } from './machine/describe-machine.js';
import { readOptions, usage, type Backend, type BenchOptions } from './options.js';
import type { Figure } from './report/figure.js';
import { printProfiles } from './report/profiles.js';
import { writeResults, type Results } from './report/results-file.js';
import { toTable } from './report/table.js';
import { rows } from './rows/rows.js';
import type { Row } from './rows/row.js';
import { startCluster } from './stage/cluster.js';
import { startRedis } from './stage/redis.js';
import { discardScratchFolder, makeScratchFolder } from './stage/scratch-folder.js';
import { Stage, type StageParts } from './stage/stage.js';

type Skipped = Results['skipped'][number];

/** Measures, prints, writes down. The figures decide nothing: whatever they are, the exit code is 0. */
async function main(options: BenchOptions): Promise<void> {
  const scratch = makeScratchFolder();
  process.once('exit', () => discardScratchFolder(scratch));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  const processors = chooseProcessors();
  const cluster = await startCluster(join(scratch, 'data'));
  if (processors) pinSelf(processors.load);
  const machine = await describeMachine(cluster.admin, scratch);
  say(
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.postgres}, Redis ${machine.redis ?? 'none'}`,
  );
  warn(processors, machine);
  const { figures, skipped } = await runRows(options, { options, scratch, cluster, processors });
  await cluster.stop();
  say(`\n${toTable(figures)}`);
  for (const { row, backend, why } of skipped) say(`skipped: ${row}${backend ? ` (${backend})` : ''}: ${why}`);
  const out = options.out ?? (isWhole(options) ? 'bench/results.json' : undefined);
  const set = { pinned: processors !== undefined, quick: options.quick, ...sharing };
  if (out) await writeResults(resolve(out), { machine, set, figures, skipped });
  if (options.profileDir) await printProfiles(options.profileDir, say);
}

function warn(processors: Processors | undefined, { busyBefore }: MachineDescription): void {
  if (!processors) say('Processes cannot be pinned here (no taskset, or one processor only): the figures say little.');
  if ((busyBefore ?? 0) > 0.1) say('Other programs use this machine: the figures are rough.');
}

const sharing = {
  server: 'the process under test, bound to one core',
  load: 'the load generator, bound to another',
  others: 'PostgreSQL, Redis and the worker beside the server, on whichever of the two has room',
};

/** Only a whole run replaces the figures that are kept. */
function isWhole({ only, quick, backends, profileDir, withoutWorker }: BenchOptions): boolean {
  return only.length === 0 && backends.length === 2 && !quick && !withoutWorker && !profileDir;
}

async function runRows(options: BenchOptions, parts: StageParts): Promise<{ figures: Figure[]; skipped: Skipped[] }> {
  const figures: Figure[] = [];
  const skipped: Skipped[] = [];
  const chosen = rows.filter(({ key }) => options.only.length === 0 || options.only.includes(key));
  for (const backend of options.backends) {
    const redis =
      backend === 'redis' && redisVersion() !== null
        ? await startRedis(parts.scratch, parts.processors?.both)
        : undefined;
    const stage = new Stage(parts, backend, redis?.url);
    for (const row of chosen.filter(({ perBackend }) => perBackend || backend === options.backends[0])) {
      if (backend === 'redis' && !redis) skipped.push({ row: row.key, backend, why: 'redis-server is not installed' });
      else await runRow(row, stage, { figures, skipped });
    }
    await redis?.stop();
  }
  return { figures, skipped };
}

/** A row that fails is told and does not keep the others from being measured. */
async function runRow(row: Row, stage: Stage, into: { figures: Figure[]; skipped: Skipped[] }): Promise<void> {
  const backend: Backend | null = row.perBackend ? stage.backend : null;
  const startedAt = performance.now();
  process.stdout.write(`${row.title}${backend ? ` (${backend})` : ''} … `);
  try {
    await stage.reset();
    into.figures.push(...(await row.run(stage)));
    say(`${Math.round((performance.now() - startedAt) / 1_000)} s`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`not measured: ${why}`);
    into.skipped.push({ row: row.key, backend, why: why.split('\n', 1)[0] ?? '' });
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const { help, ...options } = readOptions(process.argv.slice(2));
if (help) {
  say(`${usage}\n\n${rows.map(({ key, title }) => `  ${key.padEnd(12)}${title}`).join('\n')}`);
} else {
  if (options.profileDir) mkdirSync(options.profileDir, { recursive: true });
  await main(options);
  // Pools and timers of what was measured must not keep a finished run alive.
  process.exit(0);
}
