import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '../../kernel/errors/index.js';
import { scenarios } from '../scenarios/scenarios.js';
import { startSandbox } from '../start-sandbox.js';
import { FakeAgentBuilder } from '../testing/fake-agent-builder.js';
import { InstantClock } from '../testing/instant-clock.js';
import { runDemo } from './run-demo.js';

describe('npm run demo', () => {
  let dataDir: string;
  let server: FakeAgentBuilder;
  let clock: InstantClock;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
    server = new FakeAgentBuilder();
    clock = new InstantClock();
    await server.start();
    await startSandbox({ baseUrl: server.url, dataDir, log: () => undefined, clock });
  });

  afterEach(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const demo = async (argv: string, locale: Locale = 'fr') => {
    const lines: string[] = [];
    const args = argv.split(' ').filter(Boolean);
    const code = await runDemo({ argv: args, dataDir, locale, clock, print: (text) => lines.push(text) });
    return { code, output: lines.join('\n') };
  };

  const callIds = () => new Set(server.events.map((event) => (JSON.parse(event) as { call: { id: string } }).call.id));

  it('plays another call and says what it does, one line for each webhook', async () => {
    const { code, output } = await demo('--scenario message-for-the-team --speed fast');

    expect(code).toBe(0);
    expect(output).toContain('Fontaine : « Nous serons douze, à vingt heures. »');
    expect(output).toContain('↳ « Réponse du serveur. »');
    expect(output).toContain('54 webhooks, tous livrés.');
    expect(output).toContain(`${server.url}/graphql`);
    expect(callIds().size).toBe(2);
  });

  it('speaks English to whoever reads English', async () => {
    const { output } = await demo('--scenario busy --speed fast', 'en');

    expect(output).toContain('it rings');
    expect(output).toContain('4 webhooks, all delivered.');
  });

  it('plays at the pace asked for', async () => {
    await demo('--scenario busy --speed 1');

    const [slow] = [clock.waits.reduce((sum, ms) => sum + ms, 0)];
    clock.waits.length = 0;
    await demo('--scenario busy --speed 5');

    expect(slow).toBeGreaterThan(5_000);
    expect(clock.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(slow / 3);
  });

  it('plays several calls, each of its own, through all scenarios when none is named', async () => {
    const { code, output } = await demo(`--speed fast --count ${scenarios.length + 1}`);

    expect(code).toBe(0);
    expect(callIds().size).toBe(1 + scenarios.length + 1);
    for (const { key } of scenarios) expect(output).toContain(`☎  ${key}`);
    expect(output).toContain(`[${scenarios.length + 1}] ☎  ${scenarios[0]?.key}`);
  });

  it('lists what it can play', async () => {
    const { code, output } = await demo('--list');

    expect(code).toBe(0);
    for (const { key, title } of scenarios)
      expect(output).toMatch(new RegExp(`^${key} +${title.fr}`.replace(/[().…]/g, '.'), 'm'));
  });

  it.each([
    '--scenario unknown',
    '--speed -1',
    '--speed 0',
    '--count 1.5',
    '--count 0',
    '--url ftp://x',
    '--what',
    'word',
  ])('refuses %s in one line that says what is allowed', async (argv) => {
    const { code, output } = await demo(argv, 'en');

    expect(code).toBe(1);
    expect(output).toContain('npm run demo -- --help');
    expect(output).not.toContain('\n');
  });

  it('says how to start the server when it does not run', async () => {
    await server.stop();

    const { code, output } = await demo('--speed fast');

    expect(code).toBe(1);
    expect(output).toContain('npm start');
    expect(output).toContain(server.url);
  });

  it('says what to do where the server never ran', async () => {
    rmSync(join(dataDir, 'sandbox.json'));

    const { code, output } = await demo('--speed fast', 'en');

    expect(code).toBe(1);
    expect(output).toContain('Run npm start once');
  });

  it('finds a server at another address', async () => {
    const { code } = await demo(`--scenario busy --speed fast --url ${server.url.replace('127.0.0.1', 'localhost')}`);

    expect(code).toBe(0);
  });
});
