import { runOnce, type Run } from './chaos-run.js';
import { chaosHelp, readOptions, WrongOptions, type ChaosOptions } from './chaos-options.js';
import { isAsExpected, jsonLine, mustShow, table, type Control, type RunReport } from './run-report.js';
import { cleanUpOnExit } from './system/on-exit.js';
import { hasRedis } from './system/redis-server.js';

/** `npm run chaos`. @returns the exit code: 0 only when every run shows what it has to. */
export async function runChaos(argv: readonly string[]): Promise<number> {
  const options = optionsOrNull(argv);
  if (options === undefined) return 2;
  if (options === null) {
    say(chaosHelp);
    return 0;
  }
  cleanUpOnExit();
  const reports: RunReport[] = [];
  for (const run of runsOf(options)) reports.push(await runAndTell(run, options));
  if (reports.length === 0) return 2;
  say(`\n${table(reports)}`);
  return reports.every(isAsExpected) ? 0 : 1;
}

/** Undefined when they make no sense, and that has been said. */
function optionsOrNull(argv: readonly string[]): ChaosOptions | null | undefined {
  try {
    return readOptions(argv);
  } catch (error) {
    if (!(error instanceof WrongOptions)) throw error;
    process.stderr.write(`${error.message}\n\n${chaosHelp}`);
    return undefined;
  }
}

function runsOf({ backends, seeds, controls }: ChaosOptions): Run[] {
  const usable = backends.filter((backend) => backend !== 'redis' || hasRedis);
  if (usable.length < backends.length) say('Runs on Redis are SKIPPED: there is no redis-server on the PATH.\n');
  const runs = usable.flatMap((backend) => seeds.map((seed) => ({ backend, seed, control: null })));
  const [backend] = usable;
  if (!controls || !backend) return runs;
  const kinds = Object.keys(mustShow) as Control[];
  return [...runs, ...kinds.map((control) => ({ backend, seed: seeds[0] ?? 1, control }))];
}

async function runAndTell(run: Run, options: ChaosOptions): Promise<RunReport> {
  const { report, examples } = await runOnce(run, options);
  say(jsonLine(report));
  // What a control does wrong is meant to be wrong.
  if (!isAsExpected(report) && !run.control) for (const example of examples) process.stderr.write(`  ${example}\n`);
  return report;
}

function say(text: string): void {
  process.stdout.write(text);
}
