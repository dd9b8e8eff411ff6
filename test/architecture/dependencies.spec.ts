import { readFileSync } from 'node:fs';

interface Manifest {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const [, runTime = '', development = '', held = ''] = read('docs/dependencies.md').split(/^## /m);

/** The cells of every row of a section's tables, heads and rules left out. */
function rows(section: string): string[][] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| (package|-)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const names = (section: string) => rows(section).map(([name = '']) => name);

describe('docs/dependencies.md', () => {
  it('has one line for each package, and none for others', () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest;
    expect(names(runTime).sort()).toEqual(Object.keys({ ...dependencies, ...optionalDependencies }).sort());
    expect(names(development).sort()).toEqual(Object.keys(devDependencies).sort());
  });

  it('says of each why it is here', () => {
    for (const [name, why] of rows(runTime + development))
      expect([name, why]).toEqual([name, expect.stringMatching(/\w/)]);
  });

  it('lists what is held back, and where', () => {
    const versions = rows(held).map(([name, version]) => [name, version]);
    expect(versions.sort()).toEqual(Object.entries(manifest.overrides).sort());
  });
});

describe('package.json', () => {
  it('names exact versions', () => {
    const { dependencies, optionalDependencies, devDependencies, overrides } = manifest;
    for (const version of Object.values({
      ...dependencies,
      ...optionalDependencies,
      ...devDependencies,
      ...overrides,
    })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});
