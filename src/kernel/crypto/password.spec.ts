import { hash } from '@node-rs/argon2';
import { hashPassword, needsRehash, verifyPassword } from './password.js';

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

  it('are hashed and refused alike where there is no user', async () => {
    await expect(verifyPassword(null, 'correct horse')).resolves.toBe(false);
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
