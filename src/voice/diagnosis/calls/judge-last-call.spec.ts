import type { LastCall } from '../database/arrivals.repository.js';
import { judgeLastCall } from './judge-last-call.js';

const at = new Date('2026-03-10T12:00:00Z');
const good: LastCall = {
  status: 'COMPLETED',
  outcome: 'INFORMATION',
  createdAt: at,
  startedAt: at,
  endedAt: at,
  endedReason: 'customer-ended-call',
  segments: 8,
  callerSegments: 4,
};

function found(members: Partial<LastCall>, status = 'PASS'): string[] {
  const checks = Object.entries(judgeLastCall({ ...good, ...members }));
  return checks.filter(([, finding]) => finding.status === status).map(([key]) => key);
}

it('passes a call from its ringing to its transcript', () => {
  expect(found({})).toHaveLength(6);
});

const silent = { outcome: 'NO_ANSWER', segments: 0, callerSegments: 0 } as const;

it.each<{ what: string; members: Partial<LastCall>; key: string; status: string }>([
  { what: 'rang in vain', members: silent, key: 'call.answered', status: 'WARN' },
  { what: 'had nobody speak', members: { callerSegments: 0 }, key: 'call.conversation', status: 'WARN' },
  {
    what: 'ended by a fault',
    members: { outcome: 'ERROR', endedReason: 'pipeline-error' },
    key: 'call.clean-end',
    status: 'FAIL',
  },
  { what: 'has no transcript', members: { segments: 0 }, key: 'call.transcript', status: 'FAIL' },
])('blames one check where the call $what', ({ members, key, status }) => {
  const blamed = [...found(members, 'WARN'), ...found(members, 'FAIL')];
  expect(blamed).toEqual([key]);
  expect(found(members, status)).toEqual([key]);
});

it('waits for the end of a call that lasts', () => {
  const lasting = {
    status: 'IN_PROGRESS',
    outcome: null,
    endedAt: null,
    endedReason: null,
    segments: 0,
    callerSegments: 0,
  };
  expect(found(lasting, 'SKIPPED')).toEqual(['call.conversation', 'call.clean-end', 'call.transcript']);
});

it('says nothing of calls where there was none', () => {
  expect(judgeLastCall(null)).toEqual({});
});
