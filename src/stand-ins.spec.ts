import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStandIns } from './stand-ins.js';

describe('the stand-ins of a process', () => {
  let dataDir: string;

  beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'stand-ins-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each([
    ['the sandbox is off', { SANDBOX: 'off' }],
    ['the operator has a Cal.com account', { SANDBOX: 'on', CAL_API_KEY: 'cal_live_theirs' }],
  ])('are none where %s', async (_, env) => {
    expect(await openStandIns({ ...env, DATA_DIR: dataDir })).toBeNull();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it.each(['development', 'production'])(
    'are a Cal.com that takes the key of this process, in %s',
    async (NODE_ENV) => {
      const standIns = await openStandIns({ SANDBOX: 'on', NODE_ENV, DATA_DIR: dataDir });
      const { CAL_API_KEY, CAL_BASE_URL } = standIns?.env ?? {};

      const me = await fetch(`${CAL_BASE_URL}/v2/me`, { headers: { authorization: `Bearer ${CAL_API_KEY}` } });
      expect(await me.json()).toMatchObject({ data: { email: 'contact@legourmet.fr' } });
      await standIns?.close();
      await expect(fetch(`${CAL_BASE_URL}/v2/me`)).rejects.toThrow();
    },
  );

  it('have the same key at each start in development', async () => {
    const keys: (string | undefined)[] = [];
    for (let start = 0; start < 2; start += 1) {
      const standIns = await openStandIns({ SANDBOX: 'on', DATA_DIR: dataDir });
      keys.push(standIns?.env.CAL_API_KEY);
      await standIns?.close();
    }

    expect(keys[0]).toMatch(/^cal_[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('do not keep the server from starting when their file is damaged', async () => {
    writeFileSync(join(dataDir, 'sandbox-calcom.json'), '{');

    expect(await openStandIns({ SANDBOX: 'on', DATA_DIR: dataDir })).toBeNull();
  });
});
