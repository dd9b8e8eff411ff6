import { readFileSync } from 'node:fs';
import { specFile } from '../../../../test/support/specs.js';
import { readEndedReason } from './ended-reason.js';
import { describeWhere } from '../../../../test/support/where.js';

describe('how a call ended', () => {
  it.each([
    ['customer-ended-call', 'COMPLETED', 'CONVERSATION'],
    ['customer-ended-call-during-transfer', 'COMPLETED', 'CONVERSATION'],
    ['assistant-ended-call-after-message-spoken', 'COMPLETED', 'CONVERSATION'],
    ['silence-timed-out', 'COMPLETED', 'CONVERSATION'],
    ['assistant-forwarded-call', 'COMPLETED', 'TRANSFERRED'],
    ['voicemail', 'COMPLETED', 'VOICEMAIL'],
    ['customer-did-not-answer', 'FAILED', 'NO_ANSWER'],
    ['call.in-progress.error-providerfault-outbound-sip-480-temporarily-unavailable', 'FAILED', 'NO_ANSWER'],
    ['customer-busy', 'FAILED', 'BUSY'],
    ['customer-did-not-give-microphone-permission', 'FAILED', 'ABANDONED'],
    ['manually-canceled', 'FAILED', 'CANCELLED'],
    ['pipeline-error-openai-429-exceeded-quota', 'FAILED', 'ERROR'],
    ['call.start.error-get-org', 'FAILED', 'ERROR'],
    ['phone-call-provider-closed-websocket', 'FAILED', 'ERROR'],
    ['twilio-failed-to-connect-call', 'FAILED', 'ERROR'],
    ['a-fault-of-tomorrow', 'FAILED', 'ERROR'],
  ])('%s: %s, %s', (reason, status, outcome) => {
    expect(readEndedReason(reason)).toEqual({ status, outcome });
  });

  it('stays open for a reason that says nothing of a fault, and for none', () => {
    expect(readEndedReason('caller-said-goodbye')).toEqual({ status: 'COMPLETED', outcome: null });
    expect(readEndedReason(null)).toEqual({ status: 'COMPLETED', outcome: null });
  });
});

const description = specFile('vapi.json');

/** Every reason that Vapi's description of the report lists. */
function describedReasons(): string[] {
  const { components } = JSON.parse(readFileSync(description ?? '', 'utf8')) as {
    components: { schemas: Record<string, { properties: { endedReason: { enum: string[] } } }> };
  };
  return [...new Set(components.schemas.ServerMessageEndOfCallReport?.properties.endedReason.enum)];
}

describeWhere(description !== null)('the reasons that Vapi describes', () => {
  it('all have an outcome, and every error is a failure', () => {
    const reasons = describedReasons();
    expect(reasons.length).toBeGreaterThan(500);
    expect(reasons.filter((reason) => readEndedReason(reason).outcome === null)).toEqual([]);
    const errors = reasons.filter((reason) => /error|fault|failed/.test(reason));
    expect(errors.filter((reason) => readEndedReason(reason).status !== 'FAILED')).toEqual([]);
  });
});
