import type { CallOptions } from '../caller/call-facts.js';
import { scriptCall, type CallScript } from '../caller/call-script.js';
import type { Scenario } from '../caller/scenario.js';
import type { Speed } from './play-call.js';

export interface Pace {
  now: Date;
  speed: Speed;
}

/** What the server answers may take longer to say than what the scenario expects, or lead to more being said. */
const spareMs = 20_000;

/** A call whose last event is due, by its own times, when the play is over: none of them lies in the future. */
export function scriptToPlayNow(
  scenario: Scenario,
  options: Omit<CallOptions, 'startsAt'>,
  { now, speed }: Pace,
): CallScript {
  const { durationMs } = scriptCall(scenario, options);
  const longestMs = scenario.turns.some((turn) => 'repeats' in turn || 'ifHeard' in turn)
    ? durationMs + spareMs
    : durationMs;
  const aheadMs = speed === 'fast' ? longestMs : Math.max(0, longestMs - longestMs / speed);
  return scriptCall(scenario, { ...options, startsAt: new Date(now.getTime() - Math.round(aheadMs)) });
}
