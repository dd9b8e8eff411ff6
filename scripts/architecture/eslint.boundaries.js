import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import levels from './levels.cjs';

const modules = levels.modules();
const moduleNames = modules.map(({ name }) => name);
/** Folders beside src; nothing in src may import them. */
const outside = ['migrations', 'test', 'bench', 'scripts'];

const element = (type, pattern) => ({ type, pattern, partialMatch: false });
const internal = { relationship: { to: 'internal' } };
const spec = { file: { categories: 'spec' } };
const testing = { file: { categories: 'testing' } };
const index = { fileInternalPath: 'index.ts' };

/** What each module may import: the indexes of the modules below it, and its own files except its own index. */
const policies = [
  ...modules
    .filter(({ mayImport }) => mayImport.length > 0)
    .map(({ name, mayImport }) => ({
      from: { element: { type: name } },
      allow: { to: { element: { types: { anyOf: mayImport }, ...index } } },
    })),
  { from: { element: { types: { anyOf: [...moduleNames, ...outside] } } }, allow: { dependency: internal } },
  {
    from: { element: { types: { anyOf: moduleNames } } },
    disallow: { to: { element: index }, dependency: internal },
    message: 'A file of a module never imports its own index: import the file that has it.',
  },
  // A test may come in by the door.
  { from: spec, allow: { to: { element: index }, dependency: internal } },
  // The database runs them.
  { from: { element: { type: 'kernel/database' } }, allow: { to: { element: { type: 'migrations', ...index } } } },
  {
    from: { file: { categories: 'root' } },
    allow: { to: [{ file: { categories: 'root' } }, { element: index }, { file: { path: levels.sideDoors } }] },
  },
  {
    from: { element: { type: 'migrations' } },
    allow: {
      to: { element: { types: { anyOf: moduleNames.filter((name) => name.startsWith('kernel/')) }, ...index } },
    },
  },
  // Tests and tools may look inside.
  {
    from: { element: { types: { anyOf: ['test', 'bench', 'scripts'] } } },
    allow: { to: [{ element: { types: { anyOf: [...moduleNames, ...outside] } } }, { file: { categories: 'root' } }] },
  },
  { from: [spec, testing], allow: { to: [{ element: { type: 'test' } }, testing] } },
  { from: { file: { categories: { noneOf: ['spec', 'testing', 'outside'] } } }, disallow: { to: testing } },
  { disallow: { to: spec }, message: 'Nothing imports a test.' },
];

/** @param {string} rootPath The folder that holds src. */
export function boundariesConfig(rootPath) {
  return {
    files: ['**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': rootPath,
      'boundaries/legacy-templates': false,
      'boundaries/elements': [
        ...modules.map(({ name, folder }) => element(name, folder)),
        ...outside.map((folder) => element(folder, folder)),
      ],
      'boundaries/files': [
        { category: 'root', pattern: 'src/*.ts' },
        { category: 'spec', pattern: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'] },
        { category: 'testing', pattern: 'src/**/testing/**' },
        { category: 'outside', pattern: outside.map((folder) => `${folder}/**`) },
        { category: 'source', pattern: modules.map(({ folder }) => `${folder}/**`) },
      ],
      'import/resolver': { [fileURLToPath(new URL('import-resolver.cjs', import.meta.url))]: {} },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkUnknownLocals: true, checkInternals: true, policies },
      ],
      'boundaries/no-unknown-files': 'error',
    },
  };
}
