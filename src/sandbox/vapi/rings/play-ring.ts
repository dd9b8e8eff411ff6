import { Narrator } from '../../player/narrate.js';
import { NumberLeadsElsewhere, ScenarioUnknown } from '../../sandbox.errors.js';
import { findScenario } from '../../scenarios/scenarios.js';
import type { PlayedVapiCall, RingOptions } from '../ringing/ring-options.js';
import type { RingOrder } from './ring-order.js';

/** Plays a call that another process has ordered, and tells it line by line; ends with the call. */
export type PlayRing = (order: RingOrder, tell: (line: string) => void) => Promise<void>;

export type RingAtVapi = (options: RingOptions) => Promise<PlayedVapiCall>;

/** Where all calls are Vapi's. */
export function playAtVapi(ring: RingAtVapi): PlayRing {
  return async (order, tell) => {
    if (order.route === 'twilio') throw new NumberLeadsElsewhere(order.number, 'vapi');
    await tellCallAtVapi(ring, { order, tell });
  };
}

interface Told {
  readonly order: RingOrder;
  readonly tell: (line: string) => void;
  /** Twilio's id of the call, where it is played there too. */
  readonly callSid?: string | undefined;
}

/** @throws ScenarioUnknown, and whatever `ring` throws */
export async function tellCallAtVapi(ring: RingAtVapi, { order, tell, callSid }: Told): Promise<PlayedVapiCall> {
  const { number, from, speed, locale } = order;
  const scenario = order.scenario === undefined ? undefined : findScenario(order.scenario);
  if (order.scenario !== undefined && !scenario) throw new ScenarioUnknown(order.scenario);
  const narrator = new Narrator(locale);
  const played = await ring({
    number,
    from,
    speed,
    scenario,
    callSid,
    onBegin: (began) => tell(narrator.beginning(began)),
    onEvent: (event, script) => tell(narrator.event(script.scenario, event)),
    onRetry: (retry) => tell(narrator.retry(retry)),
  });
  const { script, events, undelivered, answers } = played;
  tell(narrator.ending({ script, sent: events.length, undelivered, answers }));
  return played;
}
