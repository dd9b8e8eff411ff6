import { judgeMissing, type PlatformCall } from './judge-missing.js';

const now = new Date('2026-03-10T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const call = (id: string, members: Partial<PlatformCall> = {}): PlatformCall => ({
  ...{ id, callSid: null, endedAt: ago(600) },
  ...members,
});
const judge = (members: object) => judgeMissing({ vapi: [], twilio: [], known: new Set(), now, ...members });

it.each([
  ['there are none', {}],
  ['all are on record', { vapi: [call('v')], twilio: [call('CA1')], known: new Set(['v', 'CA1']) }],
  ['ours is known by Twilio’s name', { vapi: [call('v', { callSid: 'CA1' })], known: new Set(['CA1']) }],
  ['the call lasts', { vapi: [call('v', { endedAt: null })] }],
  ['the call has only just ended', { twilio: [call('CA1', { endedAt: ago(60) })] }],
])('misses nothing where %s', (_what, members) => {
  expect(judge(members)).toMatchObject({ status: 'PASS' });
});

it('counts what is not on record', () => {
  const found = judge({ vapi: [call('v'), call('w')], twilio: [call('CA1')], known: new Set(['w']) });
  expect(found).toMatchObject({ status: 'WARN', observed: 'Vapi: 1, Twilio: 1' });
});

it('counts a call once that both platforms have', () => {
  const found = judge({ vapi: [call('v', { callSid: 'CA1' })], twilio: [call('CA1')] });
  expect(found).toMatchObject({ status: 'WARN', observed: 'Vapi: 1, Twilio: 0' });
});

it('looks at one platform where the other cannot be read, and at nothing where neither can', () => {
  expect(judge({ vapi: null, twilio: [call('CA1')] })).toMatchObject({ status: 'WARN' });
  expect(judge({ vapi: null, twilio: null })).toMatchObject({ status: 'SKIPPED' });
});
