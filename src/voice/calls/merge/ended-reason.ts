import type { CallOutcome } from './call-status.js';

export interface Ending {
  status: 'COMPLETED' | 'FAILED';
  outcome: CallOutcome | null;
}

const completed = (outcome: CallOutcome): Ending => ({ status: 'COMPLETED', outcome });
const failed = (outcome: CallOutcome): Ending => ({ status: 'FAILED', outcome });

/**
 * What Vapi's `endedReason` says, by its prefix; the first that fits wins. Never answered, busy or broken is a failure.
 * There are some 600 reasons and new ones appear: what stands in no line is judged by whether it names a fault.
 */
const endings: readonly (readonly [prefix: string, ending: Ending])[] = [
  ['customer-ended-call', completed('CONVERSATION')],
  ['assistant-ended-call', completed('CONVERSATION')],
  ['assistant-said-end-call-phrase', completed('CONVERSATION')],
  ['silence-timed-out', completed('CONVERSATION')],
  ['exceeded-max-duration', completed('CONVERSATION')],
  ['call.in-progress.twilio-completed-call', completed('CONVERSATION')],
  ['call.in-progress.sip-completed-call', completed('CONVERSATION')],
  ['vonage-completed', completed('CONVERSATION')],
  ['call.forwarding.operator-busy', completed('CONVERSATION')],
  ['call.forwarding.no-answer', completed('CONVERSATION')],
  ['call.ringing.hook-executed-say', completed('CONVERSATION')],
  ['call.ending.hook-executed-say', completed('CONVERSATION')],
  ['assistant-forwarded-call', completed('TRANSFERRED')],
  ['assistant-request-returned-forwarding-phone-number', completed('TRANSFERRED')],
  ['call.ringing.hook-executed-transfer', completed('TRANSFERRED')],
  ['call.ending.hook-executed-transfer', completed('TRANSFERRED')],
  ['voicemail', completed('VOICEMAIL')],
  ['customer-did-not-answer', failed('NO_ANSWER')],
  ['phone-call-provider-bypass-enabled-but-no-call-received', failed('NO_ANSWER')],
  ['call.in-progress.error-providerfault-outbound-sip-480', failed('NO_ANSWER')],
  ['customer-busy', failed('BUSY')],
  ['customer-did-not-give-microphone-permission', failed('ABANDONED')],
  ['call.ringing.sip-inbound-caller-hungup-before-call-connect', failed('ABANDONED')],
  ['manually-canceled', failed('CANCELLED')],
  ['call-deleted', failed('CANCELLED')],
  ['scheduled-call-deleted', failed('CANCELLED')],
  ['assistant-request-', failed('ERROR')],
  ['assistant-not-', failed('ERROR')],
  ['assistant-join-timed-out', failed('ERROR')],
  ['phone-call-provider-closed-websocket', failed('ERROR')],
  ['twilio-', failed('ERROR')],
  ['vonage-', failed('ERROR')],
  ['worker-shutdown', failed('ERROR')],
];

/** How a call ended; a reason that nobody knows and that names no fault leaves the outcome open. */
export function readEndedReason(reason: string | null): Ending {
  if (reason === null) return { status: 'COMPLETED', outcome: null };
  const known = endings.find(([prefix]) => reason.startsWith(prefix));
  if (known) return known[1];
  return /error|fail|fault/i.test(reason) ? failed('ERROR') : { status: 'COMPLETED', outcome: null };
}
