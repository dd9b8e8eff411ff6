import type { CallOptions } from '../caller/call-facts.js';
import { scriptCall, type CallScript } from '../caller/call-script.js';
import type { Scenario } from '../caller/scenario.js';
import type { Speed } from './play-call.js';

export interface Pace {
  now: Date;
  speed: Speed;
}

/** A call whose last event is due, by its own times, when the play is over: none of them lies in the future. */
export function scriptToPlayNow(
  scenario: Scenario,
  options: Omit<CallOptions, 'startsAt'>,
  { now, speed }: Pace,
): CallScript {
  const { durationMs } = scriptCall(scenario, options);
  const aheadMs = speed === 'fast' ? durationMs : Math.max(0, durationMs - durationMs / speed);
  return scriptCall(scenario, { ...options, startsAt: new Date(now.getTime() - Math.round(aheadMs)) });
}
