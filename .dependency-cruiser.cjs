const { modules, sideDoors } = require('./scripts/architecture/levels.cjs');

const spec = '[.](spec|int-spec|e2e-spec)[.]ts$';
const testing = '^src/.*/testing/';
const anyModule = '^src/(kernel/[^/]+|(?!kernel/)[^/]+)/';
const oneOf = (folders) => `^(${folders.join('|')})/`;

/** One rule for each module: of what lies in a folder of src it may import itself and what is below it. */
const levels = modules().map(({ name, folder, mayImport }) => ({
  name: `level-of-${name.replace('/', '-')}`,
  comment: `${name} may import: ${mayImport.join(', ') || 'no other module'}. Turn the dependency round: a contract in the lower module, or an event.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^src/', pathNot: oneOf([folder, ...mayImport.map((other) => `src/${other}`)]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files that import each other in a circle, types included, cannot be understood or changed one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...levels,
    {
      name: 'no-unknown-module',
      comment: 'Each module has its place in scripts/architecture/levels.json.',
      severity: 'error',
      from: { path: '^src/.+/', pathNot: oneOf(modules().map(({ folder }) => folder)) },
      to: {},
    },
    {
      name: 'feature-by-its-index-only',
      comment:
        'Another module is imported through its index.ts and nothing else; tests may import its testing folder too.',
      severity: 'error',
      from: { path: anyModule },
      to: { path: anyModule, pathNot: ['^src/$1/', '^src/(kernel/)?[^/]+/index[.]ts$', testing] },
    },
    {
      name: 'root-by-index-only',
      comment: 'The roots and the migrations see the indexes of modules only.',
      severity: 'error',
      from: { path: '^(src/[^/]+[.]ts$|migrations/)', pathNot: spec },
      to: { path: anyModule, pathNot: ['^src/(kernel/)?[^/]+/index[.]ts$', ...sideDoors] },
    },
    {
      name: 'no-own-index',
      comment:
        'A file of a module never imports its own index: import the file that has it. A test may come in by the door.',
      severity: 'error',
      from: { path: anyModule, pathNot: spec },
      to: { path: '^src/$1/index[.]ts$' },
    },
    {
      name: 'connectors-apart',
      comment: 'A connector knows core, the family of its vendor, and the kernel, never another connector.',
      severity: 'error',
      from: { path: '^src/integrations/connectors/([^/]+)/' },
      to: { path: '^src/integrations/connectors/', pathNot: '^src/integrations/connectors/$1/' },
    },
    {
      name: 'connectors-know-core-only',
      severity: 'error',
      from: { path: '^src/integrations/connectors/', pathNot: spec },
      to: { path: '^src/integrations/', pathNot: '^src/integrations/(connectors|core|families)/' },
    },
    {
      name: 'families-know-core-only',
      comment: 'What the connectors of one vendor share knows nothing of the connectors.',
      severity: 'error',
      from: { path: '^src/integrations/families/([^/]+)/', pathNot: spec },
      to: { path: '^src/integrations/', pathNot: '^src/integrations/(core|families/$1)/' },
    },
    {
      name: 'not-to-spec',
      comment: 'Nothing imports a test, and only tests import what is made for them.',
      severity: 'error',
      from: {},
      to: { path: spec },
    },
    {
      name: 'not-to-testing',
      comment: 'Only tests import what is made for tests.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: `${spec}|${testing}` },
      to: { path: `${testing}|^test/` },
    },
    {
      name: 'src-stands-alone',
      comment: 'The server needs nothing beside src but the list of its migrations, which kernel/database runs.',
      severity: 'error',
      from: { path: '^src/', pathNot: [spec, testing, '^src/kernel/database/'] },
      to: { path: '^(migrations|test|bench|scripts)/' },
    },
    {
      name: 'database-knows-migrations-only',
      severity: 'error',
      from: { path: '^src/kernel/database/', pathNot: `${spec}|${testing}` },
      to: { path: '^(migrations|test|bench|scripts)/', pathNot: '^migrations/index[.]ts$' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      // The scripts load what was built, where it was built.
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
    {
      name: 'not-to-dev-dependency',
      comment: 'The production image has no development dependencies.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: `${spec}|${testing}` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|[.]data)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
