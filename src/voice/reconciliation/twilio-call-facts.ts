import { callFacts, rank, type CallFacts } from '../calls/merge/call-facts.js';
import { earliest } from '../calls/merge/evidence.js';
import type { Turn } from '../conversation/turn.js';
import { TwilioEvent } from '../providers/twilio/answering/twilio-event.js';
import { factsOfRequest, factsOfStatus } from '../providers/twilio/answering/twilio-facts.js';
import type { TwilioCall } from '../providers/twilio/api/twilio-call.js';

/** The status callback that Twilio would have sent at the end of a call. */
export function statusOf(call: TwilioCall): TwilioEvent {
  const told = {
    CallSid: call.sid,
    CallStatus: call.status,
    CallDuration: call.durationSeconds?.toString(),
    Direction: call.direction,
    From: call.from,
    Timestamp: call.endedAt?.toUTCString(),
    To: call.to,
  };
  const form = Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === 'string'));
  return TwilioEvent.of({ body: { kind: 'status', query: {}, form } });
}

/** What Twilio’s record of an ended call says. */
export function factsOfTwilioCall(callKey: string, call: TwilioCall, turns: readonly Turn[]): CallFacts[] {
  const event = statusOf(call);
  const started = call.startedAt?.getTime();
  const ended = call.endedAt?.getTime() ?? started ?? 0;
  const answered = call.status === 'completed' && started !== undefined;
  return [
    factsOfRequest(callKey, event, started ?? ended),
    factsOfStatus(callKey, event, { receivedAt: ended, turns }),
    callFacts(callKey, { registers: { started: answered ? earliest(rank.event, started, started) : undefined } }),
  ];
}
