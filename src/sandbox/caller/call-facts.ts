import type { Interjection } from './interjection.js';
import type { PhoneLine } from './phone-line.js';
import type { Scenario } from './scenario.js';
import { SeededDraw } from './seeded-draw.js';

/** What stays the same through all messages of a call. */
export interface CallFacts {
  scenario: Scenario;
  line: PhoneLine;
  draw: SeededDraw;
  /** Vapi's id of the call. */
  callId: string;
  /** Twilio's. */
  callSid: string;
  createdAtMs: number;
  /** What was done to the call from outside, in order. */
  interjections: readonly Interjection[];
}

export interface CallOptions {
  line: PhoneLine;
  /** The same seed, line and start make the same call, byte for byte. */
  seed: string;
  /** When the call begins; follows from the seed when left out. */
  startsAt?: Date | undefined;
  /** Vapi's and Twilio's id of the call, where it has them already. */
  callId?: string | undefined;
  callSid?: string | undefined;
}

/** Calls that are given no start begin within the thirty days from here. */
const firstDay = Date.UTC(2026, 8, 1);
const thirtyDays = 30 * 24 * 3_600_000;

export function callFacts(scenario: Scenario, { line, seed, startsAt, callId, callSid }: CallOptions): CallFacts {
  const draw = new SeededDraw(`${scenario.key}\n${seed}`);
  const createdAtMs = startsAt?.getTime() ?? Math.floor(firstDay + draw.between('start', 0, thirtyDays));
  return {
    scenario,
    line,
    draw,
    callId: callId ?? draw.timedUuid('call', createdAtMs),
    callSid: callSid ?? `CA${draw.hex('twilio call', 32)}`,
    createdAtMs,
    interjections: [],
  };
}
