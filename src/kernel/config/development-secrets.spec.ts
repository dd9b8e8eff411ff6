import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileForChildren } from '../../../test/support/compile-for-children.js';
import { ConfigurationFault } from './config.js';
import { developmentEnvironment, developmentSecret } from './development-secrets.js';

describe('development secrets', () => {
  let root: string;
  let dataDir: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'secrets-'));
    dataDir = join(root, 'data');
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const secretsFile = () => join(dataDir, 'secrets.json');

  it('fills in every secret that a start needs', () => {
    const made = developmentEnvironment(dataDir, {});

    expect(Object.keys(made).sort()).toEqual([
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
      'CAL_WEBHOOK_SECRET',
      'ENCRYPTION_KEYS',
      'JWT_SECRET',
      'VAPI_WEBHOOK_SECRET',
    ]);
    const [id, key] = (made.ENCRYPTION_KEYS ?? '').split(':');
    expect(id).toBe('dev');
    expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32);
    expect(made.ADMIN_PASSWORD).toHaveLength(20);
    expect(new Set(Object.values(made)).size).toBe(6);
  });

  it('keeps them in a file that only its owner reads', () => {
    developmentEnvironment(dataDir, {});

    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  it('gives the same secrets at the next start, and others in another folder', () => {
    const first = developmentEnvironment(dataDir, {});

    expect(developmentEnvironment(dataDir, {})).toEqual(first);
    expect(developmentEnvironment(join(root, 'other'), {}).JWT_SECRET).not.toBe(first.JWT_SECRET);
  });

  it('gives other secrets by name, the same at each start', () => {
    const key = developmentSecret(dataDir, 'a key');

    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(developmentSecret(dataDir, 'a key')).toBe(key);
    expect(developmentSecret(dataDir, 'another key')).not.toBe(key);
    expect(Object.values(developmentEnvironment(dataDir, {}))).not.toContain(key);
  });

  it('leaves what is set alone and counts an empty value as unset', () => {
    const made = developmentEnvironment(dataDir, { JWT_SECRET: 'mine', CAL_WEBHOOK_SECRET: '' });

    expect(made).not.toHaveProperty('JWT_SECRET');
    expect(made.CAL_WEBHOOK_SECRET).toMatch(/^[0-9a-f]{64}$/);
  });

  it('adds nothing and touches nothing in production', () => {
    expect(developmentEnvironment(dataDir, { NODE_ENV: 'production' })).toEqual({});
    expect(readdirSync(root)).toEqual([]);
  });

  it('completes the file of an older release and keeps what was edited', () => {
    const first = developmentEnvironment(dataDir, {});
    const { CAL_WEBHOOK_SECRET: _removed, ...rest } = JSON.parse(readFileSync(secretsFile(), 'utf8')) as Record<
      string,
      string
    >;
    writeFileSync(secretsFile(), JSON.stringify({ ...rest, VAPI_WEBHOOK_SECRET: 'edited' }));

    expect(developmentEnvironment(dataDir, {})).toEqual({ ...first, VAPI_WEBHOOK_SECRET: 'edited' });
    expect(readFileSync(secretsFile(), 'utf8')).toContain('CAL_WEBHOOK_SECRET');
  });

  it('names the file when it is damaged, not what it holds', () => {
    developmentEnvironment(dataDir, {});
    writeFileSync(secretsFile(), '{"SEED": "canary');

    const start = () => developmentEnvironment(dataDir, {});
    expect(start).toThrow(ConfigurationFault);
    expect(start).toThrow(secretsFile());
    expect(start).not.toThrow(/canary/);
  });

  it('makes folders above it that are not there', () => {
    developmentEnvironment(join(root, 'a', 'b', 'c'), {});
    expect(readdirSync(join(root, 'a', 'b', 'c'))).toEqual(['secrets.json']);
  });

  it('says what to do when the folder cannot be made', () => {
    writeFileSync(dataDir, 'a file');
    // Where nobody may make a folder, not even a superuser, there Node's own way to make several never ends.
    const places = [join(dataDir, 'below'), ...(existsSync('/proc/self') ? ['/proc/nowhere/below'] : [])];
    for (const place of places) {
      expect(() => developmentEnvironment(place, {})).toThrow(
        /DATA_DIR cannot be used \(E.*\)\. Make it writable or set it to another folder/,
      );
    }
  });

  it('makes processes that start at once agree', async () => {
    const code = await compileForChildren('src/kernel/config');
    const script = `
      const { developmentEnvironment } = await import(${JSON.stringify(code.urlOf('development-secrets.js'))});
      process.stdout.write(JSON.stringify(developmentEnvironment(${JSON.stringify(dataDir)}, {})));
    `;
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    try {
      const made = await Promise.all(Array.from({ length: 6 }, start));
      expect(new Set(made.map(({ stdout }) => stdout)).size).toBe(1);
      expect(made[0]?.stdout).toContain('JWT_SECRET');
    } finally {
      code.remove();
    }
  });
});
