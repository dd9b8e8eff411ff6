import { vapiMessageCheck } from '../../src/sandbox/testing/vapi-schemas.js';
import { endedCall, reportOf, runningCall } from '../../src/voice/providers/vapi/reconcile/testing/vapi-call-answer.js';
import { callScripts } from '../../src/voice/providers/vapi/testing/call-scripts.js';
import { specFile } from '../support/specs.js';
import { describeWhere } from '../support/where.js';

const description = specFile('vapi.json');

describeWhere(description !== null)(
  'the calls that the reconciler’s tests answer with, by the description of Vapi',
  () => {
    const check = vapiMessageCheck(description ?? '');
    // Two without a report, and one whose report lacks what the description asks for.
    const reported = Object.entries(callScripts).filter(
      ([name]) => !['legacyNames', 'lostReport', 'missingAnalysis'].includes(name),
    );

    it.each(reported)('%s', (_, script) => {
      const report = reportOf(script('0198c000-0000-7000-8000-000000000001'));
      expect(check('Call', endedCall(report))).toEqual([]);
      expect(check('Call', runningCall(report))).toEqual([]);
    });
  },
);
