import fc from 'fast-check';
import { callScripts } from '../testing/call-scripts.js';
import { cut, rowsAfter, tellings } from '../testing/stored-call.js';

describe.each(Object.entries(callScripts))('the events of a call: %s', (_, script) => {
  const bodies = script('0198c000-0000-7000-8000-000000000001');

  it('end in the same rows for every subset, order, duplication and split into batches', () => {
    fc.assert(
      fc.property(tellings(bodies), ({ subset, told, cuts }) => {
        expect(rowsAfter(cut(told, cuts))).toEqual(rowsAfter([subset]));
      }),
      { numRuns: 120 },
    );
  });

  it('change nothing when told again', () => {
    const once = rowsAfter([bodies]);
    expect(rowsAfter([bodies, bodies])).toEqual(once);
  });
});
