import { fixtureProject, type Findings, type FixtureProject } from '../support/fixture-project.js';

const named = 'export const value = 1;\n';
const importing = (...sources: string[]) =>
  sources.map((source, index) => `export { value as value${index} } from '${source}';\n`).join('');

/** The wrong imports: file, what it imports, and the rules of dependency-cruiser that must say so. */
const wrong: [string, string, string[]][] = [
  ['src/kernel/config/upward.ts', '../http/index.js', ['level-of-kernel-config']],
  ['src/kernel/http/to-feature.ts', '../../accounts/index.js', ['level-of-kernel-http']],
  ['src/kernel/http/past-index.ts', '../config/settings.js', ['feature-by-its-index-only']],
  ['src/accounts/sideways.ts', '../webhooks/index.js', ['level-of-accounts']],
  ['src/webhooks/upward.ts', '../voice/index.js', ['level-of-webhooks']],
  ['src/voice/to-calendar.ts', '../calendar/index.js', ['level-of-voice']],
  ['src/voice/past-index.ts', '../webhooks/inbox.js', ['feature-by-its-index-only']],
  ['src/voice/calls/deep/past-index.ts', '../../../webhooks/inbox.js', ['feature-by-its-index-only']],
  ['src/voice/past-index.spec.ts', '../webhooks/inbox.js', ['feature-by-its-index-only']],
  ['src/voice/own-index.ts', './index.js', ['no-own-index']],
  ['src/voice/calls/own-index.ts', '../index.js', ['no-own-index']],
  ['src/voice/to-test.ts', './right.spec.js', ['not-to-spec']],
  ['src/voice/to-testing.ts', './testing/fake.js', ['not-to-testing']],
  ['src/voice/to-support.ts', '../../test/support/factory.js', ['not-to-testing', 'src-stands-alone']],
  ['src/voice/to-migration.ts', '../../migrations/index.js', ['src-stands-alone']],
  ['src/voice/to-root.ts', '../main.js', ['level-of-voice']],
  ['src/sandbox/to-feature.ts', '../voice/index.js', ['level-of-sandbox']],
  ['src/root-past-index.ts', './voice/calls.js', ['root-by-index-only']],
  ['migrations/1-feature.ts', '../src/voice/index.js', []],
];

/** Wrong in ways that only one of the tools is asked about. */
const cruisedOnly: [string, string, string[]][] = [
  ['src/voice/ring-a.ts', './ring-b.js', ['no-circular']],
  ['src/integrations/connectors/hubspot/hubspot.connector.ts', '../brevo/brevo.connector.js', ['connectors-apart']],
  ['src/integrations/connectors/brevo/past-core.ts', '../../connections/list.js', ['connectors-know-core-only']],
];

const right: [string, ...string[]][] = [
  ['src/kernel/http/right.ts', '../config/index.js', '../errors/index.js', './client.js'],
  ['src/kernel/database/right.ts', '../../../migrations/index.js'],
  ['src/voice/right.ts', '../kernel/http/index.js', '../webhooks/index.js', '../integrations/index.js', './calls.js'],
  ['src/voice/calls/right.ts', '../calls.js', '../../kernel/config/index.js'],
  [
    'src/voice/right.spec.ts',
    './testing/fake.js',
    '../webhooks/testing/fake.js',
    '../../test/support/factory.js',
    './index.js',
  ],
  ['src/calendar/right.ts', '../voice/index.js'],
  ['src/sandbox/right.ts', '../kernel/http/index.js'],
  ['src/integrations/connectors/brevo/right.ts', '../../core/define.js', '../../../kernel/http/index.js'],
  ['src/worker.module.ts', './voice/index.js', './kernel/http/index.js', './main.js'],
  ['src/runtime.ts', './kernel/database/embedded/index.js'],
  ['test/e2e/right.e2e-spec.ts', '../../src/voice/calls.js'],
];

const targets = [
  'src/main.ts',
  'src/kernel/config/index.ts',
  'src/kernel/config/settings.ts',
  'src/kernel/errors/index.ts',
  'src/kernel/http/index.ts',
  'src/kernel/http/client.ts',
  'src/kernel/database/embedded/index.ts',
  'src/accounts/index.ts',
  'src/webhooks/index.ts',
  'src/webhooks/inbox.ts',
  'src/webhooks/testing/fake.ts',
  'src/integrations/index.ts',
  'src/integrations/core/define.ts',
  'src/integrations/connections/list.ts',
  'src/integrations/connectors/brevo/brevo.connector.ts',
  'src/voice/index.ts',
  'src/voice/calls.ts',
  'src/voice/testing/fake.ts',
  'src/calendar/index.ts',
  'migrations/index.ts',
  'test/support/factory.ts',
];

const ringOtherHalf = 'src/voice/ring-b.ts';
const byType = 'src/webhooks/upward-by-type.ts';
const byDynamicImport = 'src/webhooks/upward-by-dynamic-import.ts';
const ofUnknownModule = 'src/utils/anything.ts';

describe('the direction of imports', () => {
  let project: FixtureProject;
  let linted: Findings;
  let cruised: Findings;

  beforeAll(async () => {
    project = await fixtureProject({
      ...Object.fromEntries(targets.map((file) => [file, named])),
      ...Object.fromEntries([...wrong, ...cruisedOnly].map(([file, source]) => [file, named + importing(source)])),
      ...Object.fromEntries(right.map(([file, ...sources]) => [file, named + importing(...sources)])),
      [ringOtherHalf]: named + importing('./ring-a.js'),
      [byType]: "import type { value } from '../voice/index.js';\nexport type Value = typeof value;\n",
      [byDynamicImport]: "export const later = () => import('../voice/index.js');\n",
      [ofUnknownModule]: importing('../kernel/config/index.js'),
    });
    [linted, cruised] = await Promise.all([project.lint(), project.cruise()]);
  }, 60_000);

  afterAll(() => project.remove());

  it.each(wrong)('%s must not import %s, says the linter', (file) => {
    expect(linted.get(file)).toEqual(['boundaries/dependencies']);
  });

  it.each([...wrong, ...cruisedOnly])('%s must not import %s, says dependency-cruiser', (file, _, rules) => {
    expect([...(cruised.get(file) ?? [])].sort()).toEqual([...rules].sort());
  });

  it.each(right)('%s may import %s', (file) => {
    expect([linted.get(file), cruised.get(file)]).toEqual([undefined, undefined]);
  });

  it.each([byType, byDynamicImport])('%s is no way round', (file) => {
    expect([linted.get(file), cruised.get(file)]).toEqual([['boundaries/dependencies'], ['level-of-webhooks']]);
  });

  it('gives every module a place', () => {
    expect([linted.get(ofUnknownModule), cruised.get(ofUnknownModule)]).toEqual([
      ['boundaries/no-unknown-files'],
      ['no-unknown-module'],
    ]);
  });

  it('reports nothing else', () => {
    const expected = new Set([...wrong, ...cruisedOnly].map(([file]) => file));
    const unexpected = [...linted.keys(), ...cruised.keys()].filter((file) => !expected.has(file));
    expect(new Set(unexpected)).toEqual(new Set([byType, byDynamicImport, ofUnknownModule]));
  });
});
