import { once } from 'node:events';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { compileForChildren, type CompiledSources } from '../../../../test/support/compile-for-children.js';
import { EmbeddedTrial, kill, queryOnce } from '../../../../test/support/embedded-trial.js';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';

describe('the embedded PostgreSQL on a cluster that is there', () => {
  let trial: EmbeddedTrial;
  let launcher: CompiledSources;

  beforeAll(async () => {
    trial = new EmbeddedTrial();
    launcher = await compileForChildren('src/kernel/database/embedded');
    await (await trial.start()).stop();
  });

  beforeEach(() => void (trial.messages = []));

  afterAll(() => {
    trial.discard();
    launcher.remove();
  });

  it('acknowledges nothing before it is on disk, and listens on the loopback address only', async () => {
    const postgres = await trial.start({ fsync: 'on' });

    const [settings] = await queryOnce(
      postgres.adminUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('jit') AS jit,
              current_setting('listen_addresses') AS host, current_setting('unix_socket_directories') AS sockets`,
    );
    expect(settings).toEqual({ fsync: 'on', commit: 'on', jit: 'off', host: '127.0.0.1', sockets: '' });
    await postgres.stop();
  });

  it('refuses a wrong password and keeps the right one to its owner', async () => {
    const postgres = await trial.start();

    const wrong = new URL(postgres.url);
    wrong.password = 'wrong';
    await expect(queryOnce(wrong.href, 'SELECT')).rejects.toThrow(/password authentication failed/);
    expect(lstatSync(join(trial.home, 'cluster.json')).mode & 0o777).toBe(0o600);
    expect(lstatSync(trial.home).mode & 0o777).toBe(0o700);
    await postgres.stop();
  });

  it('finds data, port and passwords again at the next start', async () => {
    const first = await trial.start();
    await queryOnce(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();

    const second = await trial.start();
    expect(await queryOnce(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
    expect(second.url).toBe(first.url);
    expect(trial.messages).toEqual([]);
    await second.stop();
  });

  it('has ended the server when stop returns, however often it is called', async () => {
    const postgres = await trial.start();
    expect(await trial.server()).toBeGreaterThan(0);

    await Promise.all([postgres.stop(), postgres.stop()]);
    await postgres.stop();
    expect(await trial.server()).toBeUndefined();
    await expect(queryOnce(postgres.url, 'SELECT')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('keeps the server out of our process group, so that Ctrl-C does not end it', async () => {
    const postgres = await trial.start();

    const server = (await trial.server()) ?? 0;
    // Signal 0 to the group that bears its number: there is one only if it leads it.
    expect(() => process.kill(-server, 0)).not.toThrow();
    await postgres.stop();
  });

  it('takes another port when somebody else has its own, and keeps that one', async () => {
    const first = await trial.start();
    await first.stop();
    const squatter = await listen(portOf(first));

    const second = await trial.start();
    expect(portOf(second)).not.toBe(portOf(first));
    await second.stop();
    squatter.close();

    const third = await trial.start();
    expect(portOf(third)).toBe(portOf(second));
    await third.stop();
  });

  it('takes over the server of a parent that was killed', async () => {
    const child = await trial.startInChild(launcher);
    const orphan = await trial.server();
    await kill(child);

    const postgres = await trial.start();
    expect(orphan).toBeGreaterThan(0);
    expect(await trial.server()).toBe(orphan);
    expect(trial.messages).toEqual([expect.stringMatching(/^Took over the database/)]);
    await queryOnce(postgres.url, 'SELECT');
    await postgres.stop();
    expect(await trial.server()).toBeUndefined();
  });

  it('restarts such a server when it lacks our settings', async () => {
    const child = await trial.startInChild(launcher);
    const orphan = await trial.server();
    await kill(child);

    const postgres = await trial.start({ work_mem: '5MB' });
    expect(await trial.server()).not.toBe(orphan);
    expect(await queryOnce(postgres.url, 'SHOW work_mem')).toEqual([{ work_mem: '5MB' }]);
    await postgres.stop();
  });

  it('recovers what was committed when the server itself was killed', async () => {
    const first = await trial.start();
    await queryOnce(first.url, 'CREATE TABLE committed AS SELECT 7 AS number');
    process.kill((await trial.server()) ?? 0, 'SIGKILL');

    const second = await trial.start();
    expect(await queryOnce(second.url, 'SELECT number FROM committed')).toEqual([{ number: 7 }]);
    await second.stop();
    await first.stop();
  });

  it('is not misled by a pid file whose number another process has by now', async () => {
    writeFileSync(
      join(trial.cluster, 'postmaster.pid'),
      `${process.pid}\n${trial.cluster}\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
    );

    const postgres = await trial.start();
    await queryOnce(postgres.url, 'SELECT');
    await postgres.stop();
  });

  it('takes over the start lock of a process that is no more', async () => {
    writeFileSync(join(trial.dataDir, 'postgres.lock'), '1073741824 gone');

    await (await trial.start()).stop();
  });

  it('shares one server between starts at once; the last to stop ends it', async () => {
    const [child, here, again] = await Promise.all([trial.startInChild(launcher), trial.start(), trial.start()]);
    const shared = await trial.server();

    expect(here.url).toBe(again.url);
    await here.stop();
    await queryOnce(again.url, 'SELECT');
    await again.stop();
    expect(await trial.server()).toBe(shared);
    expect(trial.messages).toContain(`The database stays up for process ${child.pid}.`);

    await kill(child);
    await (await trial.start()).stop();
    expect(await trial.server()).toBeUndefined();
  });

  it.each([
    { what: 'a damaged state file', name: 'cluster.json', line: /cluster\.json is damaged: restore it, or delete/ },
    { what: 'another major version', name: 'data/PG_VERSION', line: /was made by PostgreSQL 17 .* pg_dump/ },
    {
      what: 'a broken setting',
      name: 'data/postgresql.conf',
      line: /does not start: .*postgresql\.conf.* See .*server\.log/,
    },
  ])('says in one line what to do about $what', async ({ name, line }) => {
    const file = join(trial.home, name);
    const sound = readFileSync(file);
    writeFileSync(file, '17\n');
    try {
      const fault = await trial.start().catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(EmbeddedPostgresFault);
      expect((fault as Error).message).toMatch(line);
      expect((fault as Error).message).not.toContain('\n');
    } finally {
      writeFileSync(file, sound);
    }
  });
});

function portOf(postgres: EmbeddedPostgres): number {
  return Number(new URL(postgres.url).port);
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
