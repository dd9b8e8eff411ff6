import { joinFacts } from '../../../calls/merge/call-facts.js';
import { settleCall } from '../../../calls/merge/settle-call.js';
import { readVapiEvent } from '../reading/read-vapi-event.js';
import type { VapiBody } from '../testing/call-script.js';
import { callScripts } from '../testing/call-scripts.js';
import { readVapiCall } from './read-vapi-call.js';
import { endedCall, reportOf, runningCall } from './testing/vapi-call-answer.js';

const id = '0198c000-0000-7000-8000-000000000001';
const inbound: VapiBody[] = callScripts.inbound?.(id) ?? [];
const report = reportOf(inbound);
const ended = Date.parse('2026-09-01T10:00:20.000Z');
const minutesAfterEnd = (minutes: number) => new Date(ended + minutes * 60_000);
const later = minutesAfterEnd(60);

function projected(answer: unknown, askedAt = later) {
  const reading = readVapiCall(answer, askedAt);
  return reading && settleCall({}, reading.facts)?.projection;
}

describe('a call that Vapi has on record', () => {
  it('is read as its report once it has been over for three minutes', () => {
    const answer = endedCall(report);
    expect(readVapiCall(answer, minutesAfterEnd(3))).toMatchObject({ isFinal: true, facts: { callKey: id } });
    expect(projected(answer)).toMatchObject({
      status: 'COMPLETED',
      outcome: 'CONVERSATION',
      summary: 'M. Dupont réserve pour quatre.',
      satisfaction: 5,
      durationSeconds: 20,
    });
  });

  it('tells no more than its end while Vapi still works on it', () => {
    const partial = endedCall(report, { cost: 0, costs: [], analysis: undefined, artifact: {} });
    const reading = readVapiCall(partial, minutesAfterEnd(2.9));
    expect(reading?.isFinal).toBe(false);
    expect(reading?.facts.bill).toBeUndefined();
    expect(projected(partial, minutesAfterEnd(2.9))).toMatchObject({
      status: 'COMPLETED',
      ended,
      endedReason: 'customer-ended-call',
      summary: null,
    });
  });

  it('is over since it was last changed where nothing says when it ended', () => {
    const unanswered = endedCall(reportOf(callScripts.noAnswer?.(id)), { updatedAt: '2026-09-01T10:00:20.000Z' });
    expect(readVapiCall(unanswered, minutesAfterEnd(2.9))?.isFinal).toBe(false);
    expect(readVapiCall(unanswered, minutesAfterEnd(3))?.isFinal).toBe(true);
  });

  it('has begun when it was answered, not when it was last changed', () => {
    const running = runningCall(report, { updatedAt: '2026-09-01T10:09:00.000Z' });
    expect(projected(running)).toMatchObject({
      status: 'IN_PROGRESS',
      started: Date.parse('2026-09-01T10:00:00.500Z'),
    });
    const { startedAt: _, ...unknownStart } = running;
    expect(projected(unknownStart)).toMatchObject({ started: Date.parse('2026-09-01T10:09:00.000Z') });
  });

  it('tells of no transfer while it is forwarded: nothing says since when', () => {
    const destination = { type: 'number', number: '+33611111111' };
    const forwarding = readVapiCall(runningCall(report, { status: 'forwarding', destination }), later);
    expect(forwarding && settleCall({}, forwarding.facts)).toMatchObject({
      projection: { status: 'FORWARDING' },
      transfers: [],
    });
  });

  it.each([
    ['the call', { metadata: { sandbox: true } }],
    ['its assistant', { assistant: { metadata: { sandbox: true } } }],
  ])('is no sandbox’s call because %s says so', (_, marked) => {
    expect(projected(endedCall(report, marked))?.sandbox).toBe(false);
    expect(projected(runningCall(report, marked))?.sandbox).toBe(false);
  });

  it.each([null, 'text', 7, [], {}, { status: 'ended' }])('is not read from %j', (answer) => {
    expect(readVapiCall(answer, later)).toBeNull();
  });

  it.each(['not-found', 'deletion-failed', 'a-status-of-tomorrow', undefined])(
    'is not over by the status %p',
    (status) => {
      expect(readVapiCall(endedCall(report, { status }), later)?.isFinal).toBe(false);
    },
  );

  it('yields to every event, even one that comes afterwards and is older', () => {
    const answer = readVapiCall(endedCall(report, { endedReason: 'silence-timed-out', summary: 'x', cost: 9 }), later);
    const told = readVapiEvent(report, later);
    if (!answer || !told) throw new Error('Both speak of a call.');
    for (const both of [joinFacts(answer.facts, told), joinFacts(told, answer.facts)]) {
      expect(both.evidence).toEqual(told.evidence);
      expect(both.bill).toEqual(told.bill);
    }
  });
});
