import { performance } from 'node:perf_hooks';
import { hash } from '@node-rs/argon2';
import { hashPassword, needsRehash, verifyPassword } from './password.js';

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('passwords', () => {
  it('are hashed by argon2id with the recommended cost, each with its own salt', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('are recognised, and others are not', async () => {
    const stored = await hashPassword('correct horse');
    await expect(verifyPassword(stored, 'correct horse')).resolves.toBe(true);
    await expect(verifyPassword(stored, 'correct horse ')).resolves.toBe(false);
    await expect(verifyPassword(stored, '')).resolves.toBe(false);
  });

  it('are recognised however the keyboard composes an accent', async () => {
    const stored = await hashPassword('été'.normalize('NFC'));
    await expect(verifyPassword(stored, 'été'.normalize('NFD'))).resolves.toBe(true);
  });

  it('never match where there is no user', async () => {
    await expect(verifyPassword(null, '')).resolves.toBe(false);
  });

  it('cost the same where there is no user', async () => {
    const stored = await hashPassword('correct horse');
    await verifyPassword(null, 'warm up');
    const duration = async (of: string | null) => {
      const start = performance.now();
      await verifyPassword(of, 'wrong');
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      known.push(await duration(stored));
      unknown.push(await duration(null));
    }
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('are not accepted over a damaged hash, nor is the damage hidden', async () => {
    await expect(verifyPassword('not a hash', 'x')).rejects.toThrow();
  });

  it('ask for a new hash when the cost has changed', async () => {
    expect(needsRehash(await hashPassword('x'))).toBe(false);
    expect(needsRehash(await hash('x', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true);
    expect(needsRehash(await hash('x', { memoryCost: 19_456, timeCost: 1, parallelism: 1 }))).toBe(true);
  });
});
