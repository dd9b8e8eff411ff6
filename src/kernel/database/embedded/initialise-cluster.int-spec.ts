import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedTrial, queryOnce } from '../../../../test/support/embedded-trial.js';

describe('the embedded PostgreSQL on an empty DATA_DIR', () => {
  let trial: EmbeddedTrial;

  beforeEach(() => void (trial = new EmbeddedTrial()));

  afterEach(() => trial.discard());

  it('makes a cluster whose login owns its database, may create roles and is no superuser', async () => {
    const postgres = await trial.start();

    const [login] = await queryOnce(
      postgres.url,
      `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, current_database() AS database,
              pg_get_userbyid(datdba) AS owner, pg_encoding_to_char(encoding) AS encoding, datlocprovider, datlocale
       FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    );
    expect(login).toEqual({
      rolsuper: false,
      rolcreaterole: true,
      rolcreatedb: false,
      rolbypassrls: false,
      database: 'agent_builder',
      owner: 'agent_builder',
      encoding: 'UTF8',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
    });
    expect(trial.messages).toEqual(expect.arrayContaining([expect.stringMatching(/Creating the database/)]));
    await postgres.stop();
  });

  it('begins an interrupted creation anew', async () => {
    const home = join(trial.dataDir, 'postgres');
    mkdirSync(join(home, 'data.partial'), { recursive: true });
    chmodSync(home, 0o700);
    writeFileSync(join(home, 'data.partial', 'PG_VERSION'), '18\n');

    const postgres = await trial.start();
    await queryOnce(postgres.url, 'SELECT');
    await postgres.stop();
  });

  it('ends the server of a folder that is erased while in use', async () => {
    const postgres = await trial.start();
    rmSync(trial.dataDir, { recursive: true, force: true, maxRetries: 10 });

    await postgres.stop();
    await expect(queryOnce(postgres.url, 'SELECT')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('keeps the cluster where the account that runs it can reach it, and forgets it with its DATA_DIR', async () => {
    chmodSync(trial.dataDir, 0o700);
    const isRoot = process.geteuid?.() === 0;

    const first = await trial.start();
    const { home } = trial;
    try {
      await queryOnce(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
      await first.stop();
      // Root's server runs as an account that cannot enter a 0700 folder; anybody else's stays inside.
      expect(home.startsWith(realpathSync(trial.dataDir))).toBe(!isRoot);
      expect(trial.messages.some((message) => message.includes(`the database is kept in ${home}`))).toBe(isRoot);

      const second = await trial.start();
      expect(await queryOnce(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
      await second.stop();

      rmSync(trial.dataDir, { recursive: true });
      mkdirSync(trial.dataDir, { mode: 0o700 });
      const empty = await trial.start();
      expect(await queryOnce(empty.url, `SELECT to_regclass('kept') AS kept`)).toEqual([{ kept: null }]);
      expect(existsSync(home)).toBe(!isRoot);
      await empty.stop();
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('says in one line what to do about a file in the way', async () => {
    rmSync(trial.dataDir, { recursive: true });
    writeFileSync(trial.dataDir, '');

    await expect(trial.start()).rejects.toThrow(/^DATA_DIR .* is not a folder.* set DATA_DIR to another folder\.$/);
  });
});
