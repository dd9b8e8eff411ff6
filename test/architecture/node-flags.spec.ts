import { readFileSync } from 'node:fs';
import { nodeFlags } from '../../bench/stage/node-flags.js';

/** Where it is said how Node is started for the product. */
const places: [file: string, process: keyof typeof nodeFlags, command: RegExp][] = [
  ['package.json', 'main', /"start": "exec (node .* scripts\/start\.mjs)"/],
  ['Dockerfile', 'main', /^CMD (\["node".*main\.js"\])$/m],
  ['docs/operations.md', 'main', /^(node .*main\.js)$/m],
  ['compose.yaml', 'worker', /^ +command: (\['node'.*worker\.js'\])$/m],
  ['docs/operations.md', 'worker', /^(node .*worker\.js)$/m],
];

describe('the way Node is started', () => {
  it.each(places)('is that which the bench measures: %s, %s', (file, process, pattern) => {
    const command = pattern.exec(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))?.[1] ?? '';
    const flags = command.match(/--[\w-]+(=\d+)?/g)?.filter((flag) => flag !== '--enable-source-maps');
    expect(flags).toEqual(nodeFlags[process]);
  });
});
