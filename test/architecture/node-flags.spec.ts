import { readFileSync } from 'node:fs';
import { nodeFlags } from '../../bench/stage/node-flags.js';

/** Where it is said how Node is started for the product. */
const places: Record<string, RegExp> = {
  'package.json': /"start": "exec (node .* scripts\/start\.mjs)"/,
  Dockerfile: /^CMD (\["node".*main\.js"\])$/m,
  'compose.yaml': /^ +command: (\['node'.*worker\.js'\])$/m,
  'docs/operations.md': /^(node .*main\.js)$/m,
};

describe('the way Node is started', () => {
  it.each(Object.entries(places))('is that which the bench measures: %s', (file, pattern) => {
    const command = pattern.exec(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))?.[1] ?? '';
    expect(command.match(/--[\w-]+(=\d+)?/g)?.filter((flag) => flag !== '--enable-source-maps')).toEqual(nodeFlags);
  });
});
