import type { ApiClient } from '../support/api-client.js';
import { everyFile } from '../support/canaries.js';
import { everyRow } from '../support/every-row.js';
import { backends } from '../support/queue-backends.js';
import { statusesOf, sufferFaults } from '../support/secrets/faults.js';
import { readEverything } from '../support/secrets/readings.js';
import { tellOfCall } from '../support/secrets/secret-calls.js';
import { SecretWorld } from '../support/secrets/secret-world.js';
import { makeKeysAndAddresses } from '../support/secrets/shown-once.js';
import { liveWithTokens } from '../support/secrets/token-lives.js';
import { until } from '../support/until.js';
import { itWhere } from '../support/where.js';

/** Passwords, tokens, keys: nowhere but where they belong, whatever goes wrong. */
describe.each(backends)('a secret, with jobs in $name', ({ name, isAvailable }) => {
  const given = itWhere(isAvailable);
  let world: SecretWorld;
  let owner: ApiClient;

  beforeAll(async () => {
    if (!isAvailable) return;
    world = await SecretWorld.open(name === 'Redis');
    owner = await liveWithTokens(world);
    const endpoint = await makeKeysAndAddresses(world, owner);
    await tellOfCall(world, endpoint);
    await until(async () => !(await statusesOf(world, owner)).includes('RECEIVED'));
    expect(await readEverything(world, owner)).toBeGreaterThan(3);
    await sufferFaults(world, owner, endpoint);
    await readEverything(world, owner);
  }, 60_000);
  afterAll(async () => {
    if (isAvailable) await world.close();
  });

  /** What of the texts holds a secret, by where it stands. */
  function leaksIn(texts: readonly (readonly [place: string, text: string])[]): string[] {
    return texts.flatMap(([place, text]) => {
      const held = world.canaries.in(text);
      return held.length > 0 ? [`${held.join(', ')} in ${place}: ${text.slice(0, 300)}`] : [];
    });
  }

  given('stands in no answer but the one that gives it', () => {
    expect(world.told).toEqual([]);
  });

  given('stands in no line of the log, traces and errors included', () => {
    const { logLines } = world.server;
    expect(logLines.length).toBeGreaterThan(50);
    expect(logLines.some((line) => line.includes('traceId'))).toBe(true);
    expect(leaksIn(logLines.map((line) => ['the log', line]))).toEqual([]);
  });

  given('stands in no table, but for the body of an event as it came', async () => {
    const rows = await everyRow(world.superuser, { webhook_events: ['body'] });
    expect(new Set(rows.map(([table]) => table)).size).toBeGreaterThan(13);
    expect(leaksIn(rows)).toEqual([]);
    // The search finds what is there: bodies hold what the platform sent.
    const whole = await everyRow(world.superuser);
    const found = whole.flatMap(([table, text]) => (world.canaries.in(text).length > 0 ? [table] : []));
    expect(new Set(found)).toEqual(new Set(['public.webhook_events']));
  });

  given('stands in no job that was ever put', async () => {
    const seen = await world.jobs.seen();
    expect(seen.some((text) => text.includes('reconcile-calls'))).toBe(true);
    expect(leaksIn(seen.map((text) => ['a job', text]))).toEqual([]);
  });

  given('stands in no file', () => {
    const files = [...everyFile(world.server.dataDir, ['secrets.json', 'sandbox.json', 'mail']), ...databaseLogs()];
    expect(files.flatMap(([path, text]) => world.canaries.in(text).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  /** The embedded database’s own log; a database of the developer’s keeps its log elsewhere. */
  function databaseLogs(): [string, string][] {
    const folder = process.env.TEST_DATA_DIR;
    return folder ? everyFile(folder, ['data', 'programs', 'bin', 'lib', 'share', 'binaries']) : [];
  }
});
