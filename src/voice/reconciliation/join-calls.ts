import { Fields } from '../providers/vapi/reading/fields.js';
import type { TwilioCall } from '../providers/twilio/api/twilio-call.js';
import type { ListedCall } from '../providers/vapi/provisioning/live-call.js';
import type { LineRoute } from '../lines/phone-line.js';

/** A call as it is on record here. */
export interface RecordedCall {
  /** Vapi’s id; Twilio’s where this server has answered. */
  callKey: string;
  callSid: string | null;
  isOpen: boolean;
  /** Nothing of it is missing. */
  isReported: boolean;
  /** Of the sandbox, or erased. */
  isLeftAlone: boolean;
}

/** A call at Twilio, and where the number of it leads. */
export interface LineCall {
  call: TwilioCall;
  routedTo: LineRoute | null;
}

export interface Sides {
  vapi: readonly ListedCall[];
  twilio: readonly LineCall[];
  ours: readonly RecordedCall[];
  now: Date;
}

export interface Joined {
  /** To be recorded as Vapi has them. */
  fromVapi: readonly ListedCall[];
  /** To be closed as Twilio has them. */
  fromTwilio: readonly TwilioCall[];
  /** When the oldest calls began of which more is to come, in milliseconds. */
  unsettled: { vapi: number; twilio: number };
}

/** Analysis and costs come within a minute; the report of Vapi itself is on its way for as long. */
export const settlesAfterMs = 75_000;
/** So long a webhook may take that is not lost. */
const graceMs = 30_000;
/** And so long Vapi may take to tell of a call of its own that Twilio has ended. */
const stuckAfterMs = 75_000;

/**
 * What is missing here of the calls of one workspace. A call at Vapi names the one at Twilio that carries it, and ours are
 * known by either. Vapi tells more of a call than Twilio, so where both have it, Twilio is asked of its end only.
 */
export function joinCalls({ vapi, twilio, ours, now }: Sides): Joined {
  const at = now.getTime();
  const byKey = new Map(ours.map((call) => [call.callKey, call]));
  const bySid = new Map(ours.flatMap((call) => (call.callSid === null ? [] : [[call.callSid, call] as const])));
  const ofVapi = vapi.map((call) => ({ call, known: byKey.get(call.id), facts: readVapi(call) }));
  const heard = ofVapi.filter(({ known, facts }) => !facts.isSandbox && known?.isLeftAlone !== true);
  const carried = new Map(ofVapi.map(({ facts }) => [facts.callSid, facts]));
  const legs = twilio.map((leg) => {
    const known = bySid.get(leg.call.sid) ?? byKey.get(leg.call.sid);
    return { ...leg, known, verdict: judge(leg, { known, carrier: carried.get(leg.call.sid), at }) };
  });
  return {
    fromVapi: heard.filter(({ known, facts }) => isWanted(facts, known, at)).map(({ call }) => call),
    fromTwilio: legs.filter(({ verdict }) => verdict === 'close').map(({ call }) => call),
    unsettled: {
      vapi: Math.min(
        ...heard.filter(({ known, facts }) => !isSettled(facts, known, at)).map(({ facts }) => facts.made),
      ),
      twilio: Math.min(...legs.filter(({ verdict }) => verdict === 'wait').map(({ call }) => beganOf(call, at))),
    },
  };
}

interface VapiFacts {
  made: number;
  /** Null while the call lasts. */
  ended: number | null;
  callSid: string;
  isSandbox: boolean;
}

function readVapi(call: ListedCall): VapiFacts {
  const fields = Fields.of(call);
  const made = fields.time('createdAt') ?? 0;
  const isOver = fields.text('status', 40) === 'ended';
  return {
    made,
    ended: isOver ? (fields.time('endedAt') ?? fields.time('updatedAt') ?? made) : null,
    callSid: fields.text('phoneCallProviderId', 200) ?? '',
    isSandbox: [fields, fields.at('assistant')].some((each) => each.at('metadata').flag('sandbox')),
  };
}

function isWanted({ ended }: VapiFacts, known: RecordedCall | undefined, at: number): boolean {
  if (ended === null || at - ended < graceMs) return false;
  return !known || known.isOpen || (!known.isReported && at - ended >= settlesAfterMs);
}

function isSettled({ ended }: VapiFacts, known: RecordedCall | undefined, at: number): boolean {
  return ended !== null && (known?.isReported === true || at - ended >= settlesAfterMs);
}

interface Around {
  known: RecordedCall | undefined;
  /** Vapi’s call that it carries. */
  carrier: VapiFacts | undefined;
  at: number;
}

const lasting: ReadonlySet<string | null> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

function judge(leg: LineCall, around: Around): 'close' | 'wait' | 'leave' {
  const { call } = leg;
  const { known, carrier, at } = around;
  if (!isTwiliosToEnd(leg, around)) return 'leave';
  if (lasting.has(call.status)) return 'wait';
  const isVapis = carrier !== undefined || (known !== undefined && known.callKey !== call.sid);
  const ended = call.endedAt?.getTime() ?? beganOf(call, at);
  return at - ended >= (isVapis ? stuckAfterMs : graceMs) ? 'close' : 'wait';
}

function isTwiliosToEnd({ routedTo }: LineCall, { known, carrier }: Around): boolean {
  if (typeof carrier?.ended === 'number') return false;
  return known ? known.isOpen && !known.isLeftAlone : routedTo === 'TWILIO' && !carrier;
}

function beganOf({ startedAt, endedAt }: TwilioCall, otherwise: number): number {
  return (startedAt ?? endedAt)?.getTime() ?? otherwise;
}
