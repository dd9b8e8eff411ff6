import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { compileForChildren, type CompiledSources } from '../support/compile-for-children.js';
import { calKey, calSecret, SettingUp, vapiKey, vapiSecret } from '../support/setting-up.js';

let sources: CompiledSources;
let setting: SettingUp;
let folder: string;

beforeAll(async () => {
  sources = await compileForChildren('src', 'migrations');
  setting = await SettingUp.open();
  folder = mkdtempSync(join(tmpdir(), 'setup-calendar-'));
}, 60_000);
afterAll(async () => {
  await setting.close();
  rmSync(folder, { recursive: true, force: true });
  sources.remove();
});

/** As `npm run setup:calendar` runs it, in a folder without an `.env`. */
async function command(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [fileURLToPath(sources.urlOf('setup-calendar.js')), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', LANG: 'en_GB.UTF-8', ...setting.env, DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const lines = out.trimEnd().split('\n');
  const faults = [...lines.filter((line) => line.startsWith('failed')), ...(err === '' ? [] : [err])];
  return { code: await exited, lines, faults, all: out + err };
}

describe('npm run setup:calendar', () => {
  it('sets up once, and says so in lines without a secret', async () => {
    const id = setting.addAssistant();
    const runs = [
      await command(['--dry-run', '--assistant', id]),
      await command(['--assistant', id]),
      await command(['--assistant', id]),
    ];
    expect(runs.map(({ code, faults }) => [code, ...faults])).toEqual([[0], [0], [0]]);
    const labels = runs.map(({ lines }) => lines.map((line) => line.slice(0, 14).trim()));
    expect(labels[0]).toContain('would create');
    expect(labels[1]).toContain('created');
    expect(new Set(labels[2])).toEqual(new Set(['checked', 'unchanged']));
    for (const secret of [calKey, calSecret, vapiKey, vapiSecret]) {
      expect(runs.map(({ all }) => all).join('')).not.toContain(secret);
    }
  }, 120_000);

  it('ends with 1 and one line of advice when a key is wrong', async () => {
    const { code, lines } = await command([], { CAL_API_KEY: 'cal_live_wrong_0123456789' });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('failed'))).toHaveLength(1);
  }, 60_000);

  it('needs no database to explain itself', async () => {
    const { code, lines } = await command(['--help', '--locale', 'fr'], {
      DATABASE_URL: 'postgres://127.0.0.1:9/none',
    });
    expect([code, lines[0]]).toEqual([0, 'npm run setup:calendar -- [options]']);
  }, 60_000);
});
