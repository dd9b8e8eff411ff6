import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** As V8 writes it: samples name nodes, deltas are microseconds. */
const profile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Profile = z.infer<typeof profile>;

const lines = 30;
/** Not work: nothing to do, or the profiler itself. */
const notWork: ReadonlySet<string> = new Set(['(idle)', '(program)', '(root)']);

/** Prints, for each profile in the folder, the functions in which the time went. */
export async function printProfiles(folder: string, print: (text: string) => void): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile')).sort();
  for (const file of files) {
    const parsed = profile.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    print(`\n${basename(file)}\n${hottest(parsed).join('\n')}`);
  }
}

function hottest({ nodes, samples, timeDeltas }: Profile): string[] {
  const labels = new Map(nodes.map(({ id, callFrame }) => [id, labelOf(callFrame)]));
  const spent = new Map<string, number>();
  samples.forEach((id, index) => {
    const label = labels.get(id) ?? 'unknown';
    spent.set(label, (spent.get(label) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const working = [...spent].filter(([label]) => !notWork.has(label));
  const total = working.reduce((sum, [, time]) => sum + time, 0);
  return working
    .sort(([, a], [, b]) => b - a)
    .slice(0, lines)
    .map(([label, time]) => `${((time / total) * 100).toFixed(1).padStart(6)} %  ${label}`);
}

function labelOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const place = url.replace(/^.*\/(node_modules|dist)\//, '');
  const name = functionName || 'anonymous';
  return place ? `${name}  ${place}:${lineNumber + 1}` : name;
}
