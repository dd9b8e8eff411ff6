import type { TwilioCall } from '../providers/twilio/api/twilio-call.js';
import { joinCalls, type LineCall, type RecordedCall, type Sides } from './join-calls.js';

const now = new Date('2026-09-01T10:10:00.000Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

const vapiCall = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  createdAt: ago(300).toISOString(),
  status: 'ended',
  endedAt: ago(120).toISOString(),
  phoneCallProviderId: `CA${id}`,
  ...more,
});
const lasting = { status: 'in-progress', endedAt: undefined };

function twilioCall(sid: string, more: Partial<TwilioCall> = {}, routedTo: LineCall['routedTo'] = 'TWILIO'): LineCall {
  const call: TwilioCall = {
    sid,
    parentSid: null,
    from: '+33612345678',
    to: '+33159000001',
    status: 'completed',
    direction: 'inbound',
    startedAt: ago(300),
    endedAt: ago(120),
    durationSeconds: 180,
    price: null,
    currency: 'USD',
    numberSid: null,
    ...more,
  };
  return { call, routedTo };
}

const ours = (callKey: string, more: Partial<RecordedCall> = {}): RecordedCall => ({
  callKey,
  callSid: `CA${callKey}`,
  isOpen: true,
  isReported: false,
  isLeftAlone: false,
  ...more,
});
const closed = { isOpen: false, isReported: true };

function join(sides: Partial<Omit<Sides, 'now'>>) {
  const joined = joinCalls({ vapi: [], twilio: [], ours: [], now, ...sides });
  return {
    vapi: joined.fromVapi.map(({ id }) => id),
    twilio: joined.fromTwilio.map(({ sid }) => sid),
    unsettled: joined.unsettled,
  };
}

const nothing = { vapi: [], twilio: [], unsettled: { vapi: Infinity, twilio: Infinity } };
const began = ago(300).getTime();

describe('a call at Vapi', () => {
  it.each([
    ['is recorded when nobody has told of it', [], ['1']],
    ['is closed when its end got lost', [ours('1')], ['1']],
    ['is read again while its report is missing', [ours('1', { isOpen: false })], ['1']],
    ['is left when all of it is known', [ours('1', closed)], []],
    ['is left when it was erased here', [ours('1', { isLeftAlone: true })], []],
  ])('%s', (_, known, vapi) => {
    expect(join({ vapi: [vapiCall('1')], ours: known })).toEqual({ ...nothing, vapi });
  });

  it('is left when the sandbox plays it', () => {
    expect(join({ vapi: [vapiCall('1', { metadata: { sandbox: true } })] })).toEqual(nothing);
  });

  it('is waited for while it lasts', () => {
    expect(join({ vapi: [vapiCall('1', lasting)] })).toEqual({
      ...nothing,
      unsettled: { vapi: began, twilio: Infinity },
    });
  });

  it('is left to its webhooks for a moment, then closed, and looked at again for its costs', () => {
    const at = (seconds: number) =>
      join({ vapi: [vapiCall('1', { endedAt: ago(seconds).toISOString() })], ours: [ours('1')] });
    expect(at(10)).toEqual({ ...nothing, unsettled: { vapi: began, twilio: Infinity } });
    expect(at(40)).toEqual({ ...nothing, vapi: ['1'], unsettled: { vapi: began, twilio: Infinity } });
    expect(at(80)).toEqual({ ...nothing, vapi: ['1'] });
  });
});

describe('a call at Twilio', () => {
  it.each([
    ['is recorded when nobody has told of it', [], ['CA1']],
    ['is closed when its end got lost', [ours('CA1', { callSid: 'CA1' })], ['CA1']],
    ['is left when its end is known', [ours('CA1', { callSid: 'CA1', ...closed })], []],
    ['is left when it was erased here', [ours('CA1', { callSid: 'CA1', isLeftAlone: true })], []],
  ])('%s', (_, known, twilio) => {
    expect(join({ twilio: [twilioCall('CA1')], ours: known })).toEqual({ ...nothing, twilio });
  });

  it('is waited for while it lasts, and for a moment after', () => {
    const waiting = { ...nothing, unsettled: { vapi: Infinity, twilio: began } };
    expect(join({ twilio: [twilioCall('CA1', { status: 'in-progress', endedAt: null })] })).toEqual(waiting);
    expect(join({ twilio: [twilioCall('CA1', { endedAt: ago(10) })] })).toEqual(waiting);
  });

  it.each([['VAPI'], [null]] as const)('of a number that leads elsewhere (%s) is not ours', (route) => {
    expect(join({ twilio: [twilioCall('CA1', {}, route)] })).toEqual(nothing);
  });
});

describe('a call that both platforms have', () => {
  it('is told by Vapi', () => {
    const sides = { vapi: [vapiCall('1')], twilio: [twilioCall('CA1')] };
    expect(join(sides)).toEqual({ ...nothing, vapi: ['1'] });
    expect(join({ ...sides, ours: [ours('1')] })).toEqual({ ...nothing, vapi: ['1'] });
  });

  it('is closed by Twilio when Vapi never ends it, or never answers', () => {
    const sides = { twilio: [twilioCall('CA1', {}, 'VAPI')], ours: [ours('1')] };
    expect(join(sides)).toEqual({ ...nothing, twilio: ['CA1'] });
    expect(join({ ...sides, vapi: [vapiCall('1', lasting)] })).toMatchObject({ vapi: [], twilio: ['CA1'] });
  });

  it('gives Vapi a minute for it', () => {
    const sides = { twilio: [twilioCall('CA1', { endedAt: ago(60) }, 'VAPI')], ours: [ours('1')] };
    expect(join(sides)).toEqual({ ...nothing, unsettled: { vapi: Infinity, twilio: began } });
  });
});
