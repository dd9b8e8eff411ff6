import fc from 'fast-check';
import { leGourmetLine, scenarios, scriptCall } from '../../src/sandbox/index.js';
import { cut, rowsAfter, tellings } from '../../src/voice/providers/vapi/testing/stored-call.js';

const line = leGourmetLine('https://agents.test/api/v1/webhooks/vapi');

describe.each(scenarios)('the sandbox call $key', (scenario) => {
  const bodies = scriptCall(scenario, { line, seed: 'merge' }).events.map((event) => event.write());

  it('ends in the same rows for every subset, order, duplication and split into batches', () => {
    fc.assert(
      fc.property(tellings(bodies), ({ subset, told, cuts }) => {
        expect(rowsAfter(cut(told, cuts))).toEqual(rowsAfter([subset]));
      }),
      { numRuns: 15 },
    );
  });
});
