import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundariesConfig } from './scripts/architecture/eslint.boundaries.js';
import { fileNames } from './scripts/architecture/file-names.js';

// The folder that is linted, which is this one unless a test lints its fixtures by this very configuration.
const root = process.cwd();

const tests = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts', 'src/**/testing/**/*.ts'];
/** They turn what is not typed (a row, a parsed text, a registry) into what is, by checks that a cast states last. */
const parsers = ['src/kernel/config/config.ts', '**/*.parser.ts', '**/parse-*.ts', '**/read-*.ts'];

const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));

const functionLike = ':matches(FunctionExpression, TSEmptyBodyFunctionExpression)';
const shapes = [
  {
    selector: `MethodDefinition[kind="constructor"] > ${functionLike}[params.length>7]`,
    message: 'A constructor takes at most 7 dependencies: split the class by use.',
  },
  {
    selector: `:not(MethodDefinition[kind="constructor"]) > ${functionLike}[params.length>3]`,
    message: 'At most 3 parameters: make them one object.',
  },
  {
    selector: ':matches(FunctionDeclaration, ArrowFunctionExpression, TSDeclareFunction)[params.length>3]',
    message: 'At most 3 parameters: make them one object.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

const nestImports = {
  name: '@nestjs/common',
  importNames: ['forwardRef'],
  message: 'Turn the dependency round: a contract in the lower module, or an event.',
};
const cipherImports = {
  name: 'node:crypto',
  importNames: ['createCipheriv', 'createDecipheriv', 'timingSafeEqual'],
  message: 'Use kernel/crypto: Envelope, constantTimeEqual.',
};
const httpImports = ['undici', 'axios', 'node-fetch', 'got'].map((name) => ({
  name,
  message: 'Outbound calls go through HttpClient of kernel/http.',
}));
const castsAllowed = { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }] };
const restrictedImports = (...paths) => ({ '@typescript-eslint/no-restricted-imports': ['error', { paths }] });

export default defineConfig(
  globalIgnores(['dist*/', 'coverage/', '.data/', 'node_modules/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { files: fileNames },
    rules: {
      'files/kebab-case': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', { max: 12 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...shapes],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Declare a setting in <module>.config.ts and inject Config.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Outbound calls go through HttpClient of kernel/http.' },
      ],
      ...restrictedImports(nestImports, cipherImports, ...httpImports),
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // Says nothing in files with decorators, whose metadata would be lost.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': ['error', { fixMixedExportsWithInlineTypeSpecifier: true }],
      // Nest's modules are classes of nothing but a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // To take a text apart by its characters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A fault that was caught and kept is thrown again as it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // `async` also turns what is thrown into a rejection, as a contract that returns a promise promises.
      '@typescript-eslint/require-await': 'off',
      // Contracts are interfaces of methods, and taking one apart is our way of passing what is needed.
      '@typescript-eslint/unbound-method': 'off',
      // GraphQL types are classes for their decorators; the mapping makes plain objects of their shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A constructor may stand there for the metadata that Nest reads.
      '@typescript-eslint/no-useless-constructor': 'off',
      // Its way out, `!`, is forbidden too.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Types of libraries are extended by interfaces of the same name.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // `||` is meant where an empty text counts as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  boundariesConfig(root),
  { files: ['src/kernel/http/**/*.ts'], rules: restrictedImports(nestImports, cipherImports) },
  { files: ['src/kernel/crypto/**/*.ts'], rules: restrictedImports(nestImports, ...httpImports) },
  {
    files: ['src/kernel/config/**/*.ts', 'src/main.ts', 'src/worker.ts', 'scripts/**', 'test/**', 'bench/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  // What our client is compared with.
  { files: ['bench/**'], rules: { 'no-restricted-globals': 'off' } },
  { files: parsers, rules: castsAllowed },
  {
    files: tests,
    rules: {
      // A `describe` is as long as what it describes; a test may reach where code may not.
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      ...restrictedImports(nestImports),
      ...castsAllowed,
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
);
