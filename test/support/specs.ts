import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The path of a platform's own API description, or null where the folder of descriptions is absent: they are not part
 * of the repository. Tests that need one are skipped then.
 *
 * @example
 * const description = specFile('vapi.json');
 * describeWhere(description !== null)('bodies as Vapi describes them', () => { … });
 */
export function specFile(name: string): string | null {
  const path = join(specsFolder(), name);
  return existsSync(path) ? path : null;
}

/** Where the descriptions are, if they are there. */
export function specsFolder(): string {
  return process.env.SPECS_DIR || join(root, '..', 'shared', 'specs');
}
