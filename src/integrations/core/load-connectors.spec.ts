import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connectorKeys, loadConnector } from './load-connectors.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A tree of its own with everything that connectors may import, so that the suites beside this one do not see the copy. */
function treeWith(key: string, change: (source: string) => string): URL {
  const tree = mkdtempSync(join(tmpdir(), 'connectors-'));
  trees.push(tree);
  const folder = join(tree, 'src/integrations/connectors');
  mkdirSync(folder, { recursive: true });
  for (const shared of ['node_modules', 'src/kernel', 'src/integrations/core', 'src/integrations/families']) {
    symlinkSync(join(root, shared), join(tree, shared));
  }
  cpSync(join(root, 'src/integrations/connectors/freshdesk'), join(folder, key), { recursive: true });
  const original = join(folder, key, 'freshdesk.connector.ts');
  writeFileSync(join(folder, key, `${key}.connector.ts`), change(readFileSync(original, 'utf8')));
  rmSync(original);
  return pathToFileURL(`${folder}/`);
}

const trees: string[] = [];
const renamed = (key: string) => (source: string) => source.replace(`key: 'freshdesk'`, `key: '${key}'`);

describe('a folder of connectors', () => {
  afterAll(() => {
    for (const tree of trees) rmSync(tree, { recursive: true });
  });

  it('takes in a connector that was copied to a new folder under a new key, with no other edit', async () => {
    const folder = treeWith('copied-desk', renamed('copied-desk'));
    expect(await connectorKeys(folder)).toEqual(['copied-desk']);
    const connector = await loadConnector(folder, 'copied-desk');
    expect(connector.key).toBe('copied-desk');
    expect(connector.agents.cassie?.actions.length).toBeGreaterThan(10);
  });

  it('refuses one whose key is not the name of its folder', async () => {
    const folder = treeWith('another-desk', renamed('some-desk'));
    await expect(loadConnector(folder, 'another-desk')).rejects.toThrow(/"another-desk" is called "some-desk"/);
  });
});
