import { timeOf, uuidv7 } from './ids.js';

describe('A new id', () => {
  const ids = Array.from({ length: 10_000 }, uuidv7);

  it('is a UUID of version 7 that tells when it was made', () => {
    const id = uuidv7();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Math.abs(Date.now() - timeOf(id))).toBeLessThan(1_000);
  });

  it('is like no other', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sorts after those made before it', () => {
    expect([...ids].sort()).toEqual(ids);
  });
});
