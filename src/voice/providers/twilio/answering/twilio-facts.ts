import { callFacts, rank, type CallFacts, type Registers } from '../../../calls/merge/call-facts.js';
import { progresses, type Progress } from '../../../calls/merge/call-status.js';
import { earliest, highest, latest } from '../../../calls/merge/evidence.js';
import { endedReasonOf } from '../../../conversation/conversation-facts.js';
import type { Turn } from '../../../conversation/turn.js';
import type { TwilioEvent } from './twilio-event.js';

/** What a request of Twilio says of its call, whatever it asks for. */
export function factsOfRequest(callKey: string, event: TwilioEvent, receivedAt: number): CallFacts {
  const said = (value: string) => (value === '' ? undefined : earliest(rank.snapshot, receivedAt, value.slice(0, 200)));
  const inbound = !event.text('Direction').startsWith('outbound');
  const snapshot: Registers = {
    began: earliest(rank.snapshot, receivedAt, receivedAt),
    direction: said(inbound ? 'INBOUND' : 'OUTBOUND'),
    line: said(event.text(inbound ? 'To' : 'From')),
    customer: said(event.text(inbound ? 'From' : 'To')),
    customerName: said(event.text('CallerName')),
    twilioSid: said(event.callSid),
  };
  return callFacts(callKey, { registers: event.kind === 'status' ? {} : answered(receivedAt) }, snapshot);
}

/** The first document that Twilio is given answers the call. */
function answered(at: number): Registers {
  return { ...got('IN_PROGRESS'), started: earliest(rank.event, at, at) };
}

const progressOf: Readonly<Record<string, Progress>> = {
  queued: 'QUEUED',
  initiated: 'QUEUED',
  ringing: 'RINGING',
  'in-progress': 'IN_PROGRESS',
  completed: 'ENDED',
  busy: 'ENDED',
  failed: 'ENDED',
  'no-answer': 'ENDED',
  canceled: 'ENDED',
};

/** In the words of the platform whose reasons the record knows. */
const reasonOf: Readonly<Record<string, string>> = {
  busy: 'customer-busy',
  failed: 'twilio-failed-to-connect-call',
  'no-answer': 'customer-did-not-answer',
  canceled: 'call.ringing.sip-inbound-caller-hungup-before-call-connect',
};

/** What a status callback says; how a conversation ended, its last turn knows best. */
export function factsOfStatus(
  callKey: string,
  event: TwilioEvent,
  told: { receivedAt: number; turns: readonly Turn[] },
) {
  const status = event.text('CallStatus');
  const progress = Object.hasOwn(progressOf, status) ? progressOf[status] : undefined;
  if (progress === undefined) return callFacts(callKey, { registers: {} });
  if (progress !== 'ENDED') return callFacts(callKey, { registers: got(progress) });
  const at = timeOf(event) ?? told.receivedAt;
  const seconds = Number.parseInt(event.text('CallDuration'), 10);
  const reason = Object.hasOwn(reasonOf, status) ? reasonOf[status] : reasonOfConversation(callKey, event, told.turns);
  return callFacts(callKey, {
    registers: {
      ...got('ENDED'),
      ended: earliest(rank.report, at, at),
      duration: Number.isFinite(seconds) ? latest(rank.report, at, seconds) : undefined,
      endedReason: reason === undefined ? undefined : latest(rank.report, at, reason),
    },
  });
}

/** Without a turn nobody here has answered: the number is unknown, or its assistant is off; or another platform had the call. */
function reasonOfConversation(callKey: string, event: TwilioEvent, turns: readonly Turn[]): string | undefined {
  const last = turns.at(-1);
  if (!last) return callKey === event.callSid ? 'assistant-not-available' : undefined;
  return last.next.kind === 'hangup' ? endedReasonOf[last.next.reason] : 'customer-ended-call';
}

function timeOf(event: TwilioEvent): number | undefined {
  const at = Date.parse(event.text('Timestamp'));
  return Number.isFinite(at) ? at : undefined;
}

function got(progress: Progress): Registers {
  return { progress: highest(progresses.indexOf(progress), progress) };
}
