import { fixtureProject, type Findings, type FixtureProject } from '../support/fixture-project.js';

const decorators = 'declare const Decorated: ClassDecorator;\ndeclare const Param: ParameterDecorator;\n';
const other = 'src/voice/other.ts';

/** What the linter must refuse: file, text, rule. */
const wrong: [string, string, string][] = [
  ['src/voice/env.ts', 'export const port = process.env.PORT;\n', 'no-restricted-properties'],
  ['src/voice/Camel.ts', 'export const value = 1;\n', 'files/kebab-case'],
  ['src/voice/default.ts', 'export default 1;\n', 'no-restricted-syntax'],
  [
    'src/voice/four-parameters.ts',
    'export function sum(a: number, b: number, c: number, d: number): number {\n  return a + b + c + d;\n}\n',
    'no-restricted-syntax',
  ],
  [
    'src/voice/four-parameters-of-a-method.ts',
    'export class Sum {\n  of(a: number, b: number, c: number, d: number): number {\n    return a + b + c + d;\n  }\n}\n',
    'no-restricted-syntax',
  ],
  [
    'src/voice/eight-dependencies.ts',
    `export class Busy {\n  constructor(${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `readonly d${n}: string`).join(', ')}) {}\n}\n`,
    'no-restricted-syntax',
  ],
  ['src/voice/any.ts', 'export const value = (input: any): number => 1;\n', '@typescript-eslint/no-explicit-any'],
  [
    'src/voice/non-null.ts',
    'export const first = (values: string[]): string => values[0]!;\n',
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'src/voice/cast.ts',
    'export const text = (value: unknown): string => value as string;\n',
    '@typescript-eslint/consistent-type-assertions',
  ],
  [
    'src/voice/floating.ts',
    'export function start(work: () => Promise<void>): void {\n  work();\n}\n',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'src/voice/switch.ts',
    "export function mark(of: 'a' | 'b'): void {\n  switch (of) {\n    case 'a':\n      mark('b');\n  }\n}\n",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  [
    'src/voice/value-import.ts',
    "import { Other } from './other.js';\n\nexport const name = (other: Other): string => other.name;\n",
    '@typescript-eslint/consistent-type-imports',
  ],
  [
    'src/voice/forward-ref.ts',
    "import { forwardRef } from '@nestjs/common';\n\nexport const late: unknown = forwardRef;\n",
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'src/voice/cipher.ts',
    "import { timingSafeEqual } from 'node:crypto';\n\nexport const equal: unknown = timingSafeEqual;\n",
    '@typescript-eslint/no-restricted-imports',
  ],
  [
    'src/voice/own-client.ts',
    "import { request } from 'undici';\n\nexport const client: unknown = request;\n",
    '@typescript-eslint/no-restricted-imports',
  ],
  ['src/voice/fetch.ts', "export const page: unknown = fetch('https://example.com');\n", 'no-restricted-globals'],
  ['src/voice/console.ts', "console.log('x');\n", 'no-console'],
  ['src/voice/long.ts', `export const lines = [\n${"  'x',\n".repeat(400)}];\n`, 'max-lines'],
  [
    'src/voice/long-function.ts',
    `export function fill(list: string[]): void {\n${"  list.push('x');\n".repeat(60)}}\n`,
    'max-lines-per-function',
  ],
  [
    'src/voice/knotted.ts',
    `export function pick(n: number): string {\n${Array.from({ length: 12 }, (_, n) => `  if (n > ${n}) return '${n}';\n`).join('')}  return '';\n}\n`,
    'complexity',
  ],
];

const right: [string, string, string][] = [
  [
    'an injected class is no type',
    'src/voice/injected.ts',
    `import { Other } from './other.js';\n\n${decorators}\n@Decorated\nexport class User {\n  constructor(readonly other: Other) {}\n}\n`,
  ],
  [
    'seven dependencies',
    'src/voice/seven-dependencies.ts',
    `export class Busy {\n  constructor(${[1, 2, 3, 4, 5, 6, 7].map((n) => `readonly d${n}: string`).join(', ')}) {}\n}\n`,
  ],
  ['the environment in its place', 'src/kernel/config/env.ts', 'export const port = process.env.PORT;\n'],
  ['the environment in the root', 'src/main.ts', 'export const port = process.env.PORT;\n'],
  [
    'a cast in a parser',
    'src/voice/parse-text.ts',
    'export const text = (value: unknown): string => value as string;\n',
  ],
  ['a cast in a test', 'src/voice/cast.spec.ts', 'export const text = (value: unknown): string => value as string;\n'],
  ['a constant', 'src/voice/constant.ts', "export const names = ['a', 'b'] as const;\n"],
  [
    'undici in the client',
    'src/kernel/http/client.ts',
    "import { request } from 'undici';\n\nexport const client: unknown = request;\n",
  ],
];

describe('the linter', () => {
  let project: FixtureProject;
  let found: Findings;

  beforeAll(async () => {
    project = await fixtureProject({
      [other]: 'export class Other {\n  readonly name: string = String(1);\n}\n',
      ...Object.fromEntries(wrong.map(([file, text]) => [file, text])),
      ...Object.fromEntries(right.map(([, file, text]) => [file, text])),
      'src/voice/excused.ts': '// eslint-disable-next-line no-console\nconsole.log(1);\n',
    });
    found = await project.lint();
  }, 60_000);

  afterAll(() => project.remove());

  it.each(wrong)('refuses %s', (file, _, rule) => {
    expect(found.get(file)).toContain(rule);
  });

  it.each(right)('accepts %s', (_, file) => {
    expect(found.get(file) ?? []).not.toContainEqual(
      expect.stringMatching(/consistent-type|no-restricted|files\/|no-unnecessary-type-assertion/),
    );
  });

  it('takes no excuses', () => {
    expect(found.get('src/voice/excused.ts')).toContain('no-console');
  });
});
