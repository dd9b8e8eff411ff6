import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

/** What a tool found: the rules broken, by file. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/** A small project in a temporary folder, checked by this project's own configuration and command lines. */
export interface FixtureProject {
  lint(): Promise<Findings>;
  cruise(): Promise<Findings>;
  remove(): Promise<void>;
}

export async function fixtureProject(files: Readonly<Record<string, string>>): Promise<FixtureProject> {
  const folder = await mkdtemp(join(tmpdir(), 'fixture-project-'));
  const tsconfig = JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { types: [], rootDir: '.' },
    include: ['**/*.ts'],
  });
  for (const [name, text] of Object.entries({ ...files, 'tsconfig.json': tsconfig, 'package.json': '{}' })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return {
    lint: () => lint(folder),
    cruise: () => cruise(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const eslintReport = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(z.object({ ruleId: z.string().nullable(), message: z.string() })),
  }),
);

async function lint(folder: string): Promise<Findings> {
  const config = join(root, 'eslint.config.js');
  const output = await run(folder, ['eslint/bin/eslint.js', '--config', config, '--format', 'json', '.']);
  const files = eslintReport.parse(JSON.parse(output));
  return byFile(
    files.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message }) => [filePath.slice(folder.length + 1), ruleId ?? message] as const),
    ),
  );
}

const cruiserReport = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

async function cruise(folder: string): Promise<Findings> {
  const config = join(root, '.dependency-cruiser.cjs');
  const args = ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', config, '--output-type', 'json', 'src'];
  const { violations } = cruiserReport.parse(JSON.parse(await run(folder, args))).summary;
  return byFile(violations.map(({ from, rule }) => [from, rule.name] as const));
}

/** Both tools exit with a failure when they find something, which is what is asked for here. */
function run(folder: string, [script = '', ...args]: readonly string[]): Promise<string> {
  const options = { cwd: folder, maxBuffer: 32 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } };
  return new Promise((settle, reject) => {
    execFile(process.execPath, [join(root, 'node_modules', script), ...args], options, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(`${script} said nothing. ${stderr}`, { cause: error }));
      else settle(stdout);
    });
  });
}

function byFile(findings: readonly (readonly [string, string])[]): Findings {
  const found = new Map<string, string[]>();
  for (const [file, rule] of findings) found.set(file, [...(found.get(file) ?? []), rule]);
  return found;
}
