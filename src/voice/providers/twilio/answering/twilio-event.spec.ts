import { NotATwilioRequest, redactTwilioBody, TwilioEvent } from './twilio-event.js';

const callSid = `CA${'0'.repeat(31)}1`;
const form = { CallSid: callSid, From: '+33612345678', To: '+33159000001' };
const at = (path: string) => ({ url: `https://agents.example.com/api/voice/webhook/${path}` });

describe('TwilioEvent', () => {
  it('reads its place in the call from the address', () => {
    const event = TwilioEvent.read(
      { ...form, SpeechResult: ' Bonsoir ', Confidence: '0.91' },
      at('process?turn=3&wait=1'),
    );
    expect(event).toMatchObject({ kind: 'process', callSid, line: '+33159000001', turn: 3, wait: 1, afterDial: null });
    expect(event.heard).toEqual({ words: 'Bonsoir', confidence: 0.91 });
    expect(event.externalId).toBe(`${callSid}:process:turn-3:wait-1`);
  });

  it('takes a repeated request for the same, and each place in the call for another', () => {
    const keys = ['process?turn=1', 'process?turn=2', 'process?turn=2&wait=1', 'process?dial=2', 'incoming'].map(
      (path) => TwilioEvent.read(form, at(path)).dedupKey,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(TwilioEvent.read({ ...form, SpeechResult: 'again' }, at('process?turn=1')).dedupKey).toBe(keys[0]);
    const broken = { ...form, ErrorUrl: 'https://x', ErrorCode: '11200' };
    expect(TwilioEvent.read(broken, at('incoming')).dedupKey).not.toBe(keys[4]);
  });

  it('keeps the statuses of a call apart', () => {
    const status = (CallStatus: string) =>
      TwilioEvent.read({ ...form, CallStatus, SequenceNumber: '0' }, at('status')).dedupKey;
    expect(status('ringing')).not.toBe(status('completed'));
  });

  it('names addresses of the same endpoint', () => {
    expect(TwilioEvent.read(form, at('incoming')).address('process', { turn: 1 })).toBe(at('process?turn=1').url);
    expect(TwilioEvent.read(form, at('incoming/abc?x=1')).address('process', { line: '+33' })).toBe(
      at('process/abc?line=%2B33').url,
    );
  });

  it('finds the call of whoever rang for the leg of a colleague', () => {
    const leg = { CallSid: `CA${'f'.repeat(32)}`, ParentCallSid: callSid, To: '+33159000009' };
    const event = TwilioEvent.read(leg, at(`process?whisper=2&call=${callSid}&line=%2B33159000001`));
    expect(event).toMatchObject({ callSid, line: '+33159000001', whisper: 2, isOtherLeg: true });
  });

  it('is the same once stored', () => {
    const event = TwilioEvent.read(form, at('process?turn=3'));
    const stored = TwilioEvent.of({ body: JSON.parse(JSON.stringify(event.body)) as unknown });
    expect(stored).toMatchObject({ kind: 'process', callSid, turn: 3, dedupKey: event.dedupKey });
  });

  it.each([[{}], [{ CallSid: 'CA1' }], [{ ...form, CallSid: ['a', 'b'] }]])('refuses the form %j', (odd) => {
    expect(() => TwilioEvent.read(odd, at('incoming'))).toThrow(NotATwilioRequest);
  });

  it('is shown without tokens and SIP headers', () => {
    const { body } = TwilioEvent.read({ ...form, CallToken: 'secret', 'SipHeader_X-Key': 'secret' }, at('incoming'));
    expect(JSON.stringify(redactTwilioBody(body))).not.toContain('secret');
  });
});
