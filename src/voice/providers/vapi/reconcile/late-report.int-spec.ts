import fc from 'fast-check';
import { createWorkspace } from '../../../../../test/support/workspaces.js';
import { uuidv7, type RequestContext } from '../../../../kernel/context/index.js';
import type { CallFacts } from '../../../calls/merge/call-facts.js';
import { CallRecord } from '../../../calls/testing/call-record.js';
import { readVapiEvent } from '../reading/read-vapi-event.js';
import type { VapiBody } from '../testing/call-script.js';
import { callScripts } from '../testing/call-scripts.js';
import { readVapiCall } from './read-vapi-call.js';
import { endedCall, reportOf, runningCall, type VapiCallAnswer } from './testing/vapi-call-answer.js';

const receivedAt = new Date('2026-09-01T10:00:30Z');

let record: CallRecord;
beforeAll(async () => {
  record = await CallRecord.open();
});
afterAll(() => record.close());

/** What Vapi answers before its report comes: of each thing that the report says, something else. */
interface Early {
  stage: 'running' | 'just ended' | 'over';
  cost: number;
  messages: number;
  summary: string;
  endedReason: string;
}

const early = fc.record<Early>({
  stage: fc.constantFrom('running', 'just ended', 'over', 'over'),
  cost: fc.integer({ min: 0, max: 5 }),
  messages: fc.nat(3),
  summary: fc.constantFrom('', 'Un mot.', 'M. Dupont réserve pour quatre.'),
  endedReason: fc.constantFrom('silence-timed-out', 'customer-busy', 'customer-ended-call'),
});

/** What the report leaves open stays open, so that nothing remains of an answer. */
function answerOf({ cost, messages, summary, endedReason }: Early, report: VapiBody): VapiCallAnswer {
  const answer = endedCall(report) as VapiCallAnswer &
    Partial<Record<'analysis' | 'artifact', Record<string, unknown>>>;
  const { analysis, artifact } = answer;
  const told = artifact?.messages;
  return {
    ...answer,
    endedReason,
    ...('cost' in answer && { cost, costs: [] }),
    ...('costBreakdown' in answer && { costBreakdown: { total: cost } }),
    ...(analysis?.summary !== undefined && analysis.summary !== '' && { analysis: { ...analysis, summary } }),
    ...(Array.isArray(told) && { artifact: { ...artifact, messages: told.slice(0, messages + 1), transcript: '' } }),
  };
}

function factsOf(answer: Early, report: VapiBody): CallFacts[] {
  const { startedAt, endedAt } = report.message;
  const over = answerOf(answer, report);
  const end = Date.parse(String(endedAt ?? over.updatedAt));
  const askedAt = new Date(end + (answer.stage === 'over' ? 10 : 1) * 60_000);
  const said = answer.stage === 'running' ? runningCall(report) : over;
  if (answer.stage === 'running' && startedAt === undefined) return [];
  if (answer.stage === 'just ended' && endedAt === undefined) return [];
  return [readVapiCall(said, askedAt)?.facts ?? fail(answer.stage)];
}

function fail(what: string): never {
  throw new Error(`Nothing was read of a call that is ${what}.`);
}

async function rowsAfter(ctx: RequestContext, callId: string, steps: readonly (readonly CallFacts[])[]) {
  for (const step of steps) await record.record(ctx, step);
  const rows = JSON.stringify(await record.rows(ctx, callId));
  return JSON.parse(rows.replaceAll(callId, 'call').replaceAll(callId.slice(0, 8), 'sid')) as unknown;
}

describe('a call that was asked for before its report came', () => {
  const reported = Object.entries(callScripts).filter(([name]) => !['legacyNames', 'lostReport'].includes(name));

  it.each(reported)('ends in the same rows as by the report alone: %s', async (_, script) => {
    const ctx = await createWorkspace(record.dataSource);
    const bodies = script('x');
    const places = bodies.map((_body, index) => index);
    const telling = fc
      .record({ heard: fc.subarray(places), answers: fc.array(early, { minLength: 1, maxLength: 3 }) })
      .chain(({ heard, answers }) =>
        fc.record({
          heard: fc.constant(heard),
          steps: fc.shuffledSubarray<number | Early>([...heard, ...answers], {
            minLength: heard.length + answers.length,
          }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(telling, async ({ heard, steps }) => {
        const [alone, asked] = [uuidv7(), uuidv7()];
        const told = (id: string, index: number) => {
          const body = script(id)[index];
          return (body && readVapiEvent(body, receivedAt)) ?? fail('told');
        };
        const last = (id: string) => [readVapiEvent(reportOf(script(id)), receivedAt) ?? fail('reported')];
        const expected = await rowsAfter(ctx, alone, [heard.map((index) => told(alone, index)), last(alone)]);
        const before = steps.map((step) =>
          typeof step === 'number' ? [told(asked, step)] : factsOf(step, reportOf(script(asked))),
        );
        expect(await rowsAfter(ctx, asked, [...before, last(asked)])).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });
});
