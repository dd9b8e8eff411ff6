import { joinFacts, type CallFacts } from '../../../calls/merge/call-facts.js';
import { settleCall } from '../../../calls/merge/settle-call.js';
import { callScripts } from '../testing/call-scripts.js';
import { readVapiEvent } from './read-vapi-event.js';

const receivedAt = new Date('2026-09-01T10:00:30Z');

function changeOf(bodies: readonly unknown[]) {
  const [first, ...rest] = bodies.flatMap<CallFacts>((body) => readVapiEvent(body, receivedAt) ?? []);
  return first ? settleCall({}, rest.reduce(joinFacts, first)) : null;
}

const played = (name: string) => changeOf(callScripts[name]?.('call-1') ?? []);
const one = (message: object) => changeOf([{ message: { call: { id: 'c' }, ...message } }]);

describe('what the events of a call come to', () => {
  it.each([
    [
      'inbound',
      { status: 'COMPLETED', outcome: 'CONVERSATION', direction: 'INBOUND', durationSeconds: 20, satisfaction: 5 },
    ],
    [
      'outbound',
      {
        status: 'COMPLETED',
        direction: 'OUTBOUND',
        fromNumber: '+33123456789',
        toNumber: '+33612345678',
        durationSeconds: 25,
      },
    ],
    ['web', { status: 'COMPLETED', outcome: 'CONVERSATION', direction: 'WEB', fromIdentity: null, summary: null }],
    ['noAnswer', { status: 'FAILED', outcome: 'NO_ANSWER', started: null }],
    ['busy', { status: 'FAILED', outcome: 'BUSY' }],
    ['voicemail', { status: 'COMPLETED', outcome: 'VOICEMAIL' }],
    ['transfer', { status: 'COMPLETED', outcome: 'TRANSFERRED', fromNumber: null, fromIdentity: 'anonymous' }],
    [
      'legacyNames',
      {
        status: 'COMPLETED',
        outcome: 'CONVERSATION',
        durationSeconds: 11,
        recordingUrl: 'https://storage.vapi.ai/legacy.mp3',
      },
    ],
    ['repeatedReports', { status: 'COMPLETED', fromIdentity: 'sip:0612345678@example.test', fromNumber: null }],
    ['missingAnalysis', { status: 'FAILED', outcome: 'ERROR', durationSeconds: 0 }],
  ])('%s', (name, expected) => {
    expect(played(name)?.projection).toMatchObject(expected);
  });

  it('believes the report, and no money, time or status of the call in it', () => {
    const change = one({
      type: 'end-of-call-report',
      endedReason: 'customer-ended-call',
      cost: 0.12,
      call: { id: 'c', status: 'ringing', cost: 9, startedAt: '2020-01-01T00:00:00Z' },
    });
    expect(change?.projection).toMatchObject({ status: 'COMPLETED', started: null });
    expect(change?.bill?.bill.total).toBe('0.12');
  });

  it('never reopens a call', () => {
    const change = changeOf([
      ...(callScripts.inbound?.('call-1') ?? []),
      { message: { type: 'status-update', status: 'in-progress', timestamp: 9e12, call: { id: 'call-1' } } },
    ]);
    expect(change?.projection.status).toBe('COMPLETED');
  });

  it('calls a caller who says nothing abandoned', () => {
    const artifact = { messages: [{ role: 'bot', message: 'Bonjour ?', time: 1_789_000_000_000 }] };
    expect(one({ type: 'end-of-call-report', endedReason: 'customer-ended-call', artifact })?.projection.outcome).toBe(
      'ABANDONED',
    );
  });

  it('takes no transfer for one that nobody took', () => {
    const artifact = { transfers: [{ destination: { type: 'number', number: '+33611111111' }, status: 'no-answer' }] };
    expect(
      one({ type: 'end-of-call-report', endedReason: 'assistant-forwarded-call', artifact })?.projection.outcome,
    ).toBe('CONVERSATION');
  });

  it.each([
    ['call.forwarding.no-answer', 'no-answer'],
    ['call.forwarding.operator-busy', 'busy'],
    ['customer-ended-call-during-transfer', 'cancelled'],
    ['assistant-forwarded-call', 'started'],
  ])('reads from %s how a transfer went of which nothing else tells', (endedReason, status) => {
    const destination = { type: 'number', number: '+33611111111' };
    const events = [
      { type: 'status-update', status: 'ended', endedReason },
      { type: 'transfer-update', destination },
    ];
    const bodies = events.map((event) => ({ message: { timestamp: 1_789_000_000_000, call: { id: 'c' }, ...event } }));
    const transfers = [{ destination: '+33611111111', status }];
    expect(changeOf(bodies)?.transfers).toMatchObject(transfers);
    expect(changeOf(bodies.toReversed())?.transfers).toMatchObject(transfers);
  });

  it('keeps prompts out of the transcript', () => {
    expect(played('inbound')?.transcript?.segments.map(({ role }) => role)).toEqual([
      'ASSISTANT',
      'CALLER',
      'ASSISTANT',
    ]);
  });

  it.each([
    [
      {
        costs: [
          { type: 'vapi', minutes: 1, cost: 0.1 },
          { type: 'model', promptTokens: 2, completionTokens: 3, cost: 0.2 },
        ],
        cost: 0.3,
        costBreakdown: { llm: 9 },
      },
      ['vapi 0.1 1 minute', 'model 0.2 5 token'],
    ],
    [
      {
        costBreakdown: { llm: 0.2, tts: 0.1, ttsCharacters: 50, analysisCostBreakdown: { summary: 0.01 }, total: 0.4 },
      },
      ['model 0.2 null null', 'voice 0.1 50 character', 'analysis 0.01 null null', 'other 0.09 null null'],
    ],
    [{ cost: 0.5 }, ['other 0.5 null null']],
    [{ cost: 0 }, []],
  ])('reads the bill of %j', (members, lines) => {
    const { bill } = one({ type: 'end-of-call-report', ...members })?.bill ?? {};
    expect(bill?.lines.map(({ source, amount, quantity, unit }) => `${source} ${amount} ${quantity} ${unit}`)).toEqual(
      lines,
    );
  });

  it.each([1_789_000_000_000, '1789000000000', '2026-09-10T00:26:40.000Z'])('reads the time %p', (timestamp) => {
    expect(one({ type: 'status-update', status: 'in-progress', timestamp })?.projection.started).toBe(
      1_789_000_000_000,
    );
  });

  it.each([0, 3, 7, '4', 4.5, 'good', null])('reads the grade %p only if it is one of 1 to 5', (satisfaction) => {
    const grade = one({ type: 'end-of-call-report', analysis: { structuredData: { satisfaction } } })?.projection
      .satisfaction;
    expect(grade).toBe([3, '4'].includes(satisfaction as never) ? Number(satisfaction) : null);
  });

  it.each([null, 'text', [], {}, { message: null }, { message: { type: 7 } }, { message: { type: 'hang' } }])(
    'says nothing of a call for %j',
    (body) => {
      expect(readVapiEvent(body, receivedAt)).toBeNull();
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'a-type-of-tomorrow'])(
    'knows the call of an event of type %s',
    (type) => {
      expect(one({ type })?.projection.status).toBe('QUEUED');
    },
  );

  it('survives members of the wrong kind', () => {
    const odd = {
      type: 'end-of-call-report',
      timestamp: {},
      costs: { 0: 1 },
      costBreakdown: [],
      artifact: 'x',
      analysis: 7,
      cost: 'NaN',
      startedAt: 'never',
      endedAt: 1e30,
      call: { id: 'c', customer: [] },
    };
    expect(one(odd)?.projection).toMatchObject({ status: 'COMPLETED', started: null, ended: null });
  });
});
