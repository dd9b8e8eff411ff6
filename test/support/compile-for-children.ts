import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Sources that Node itself can import, in a process of their own. */
export interface CompiledSources {
  /** @param file as in the compiled folder, ending in `.js`. */
  urlOf(file: string): string;
  remove(): void;
}

/**
 * Compiles a source folder for tests that need real processes, to kill them for instance. The result lies below
 * node_modules, so that packages are found.
 *
 * @param folder relative to the repository, such as `src/kernel/config`.
 * @param others what it imports from.
 */
export async function compileForChildren(folder: string, ...others: string[]): Promise<CompiledSources> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const output = mkdtempSync(join(cache, 'agent-builder-'));
  writeFileSync(join(output, 'package.json'), '{ "type": "module" }');
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const options = ['--out-dir', output, '--ignore', '**/*.spec.ts,**/*.int-spec.ts', '--quiet'];
  await promisify(execFile)(process.execPath, [swc, folder, ...others, ...options], { cwd: root });
  return {
    urlOf: (file) => pathToFileURL(join(output, relative('.', folder), file)).href,
    remove: () => rmSync(output, { recursive: true, force: true }),
  };
}
