import { proveSync } from './sync-proof.js';

describe('after a random life with webhooks lost, doubled and out of order, and with faults of the API', () => {
  it.each(['un', 'deux', 'trois'])(
    'one reconciliation makes the table what Cal.com has (%s)',
    async (seed) => {
      const figures = await proveSync({ seed, operations: 150 });
      expect(figures.examples).toEqual([]);
      expect(figures.wrongBefore).toBeGreaterThan(0);
      expect(figures.repaired).toBeGreaterThan(0);
    },
    60_000,
  );
});
