import {
  NumberLeadsElsewhere,
  NumberNotAtVapi,
  NumberNotInService,
  NumberUnanswered,
  ScenarioNeedsVapi,
} from '../sandbox.errors.js';
import { dupont } from '../scenarios/dupont.js';
import { restaurantReservation } from '../scenarios/restaurant-reservation.js';
import type { CallForVapi, TakeCallAtVapi } from '../twilio/call/scenario.js';
import { isDemonstration } from '../twilio/call/target.js';
import type { TwilioStandIn } from '../twilio/twilio-stand-in.js';
import { playAtVapi, tellCallAtVapi, type RingAtVapi } from '../vapi/rings/play-ring.js';
import type { RingOrder } from '../vapi/rings/ring-order.js';
import type { VapiStandIn } from '../vapi/vapi-stand-in.js';
import { CallClock } from './call-clock.js';
import { dupontCalls } from './dupont-calls.js';
import { CallTeller } from './tell-call.js';

/** Both platforms of the demonstration; Vapi's opens last, as it imports from the other one. */
export interface ExchangeParts {
  readonly twilio: TwilioStandIn;
  readonly vapi: () => VapiStandIn;
}

type Tell = (line: string) => void;

/** Rings numbers where they are: at Twilio, which leads to this server or to Vapi, or at Vapi alone. */
export class TelephoneExchange {
  constructor(private readonly parts: ExchangeParts) {}

  /** @throws NumberNotInService, NumberUnanswered, NumberLeadsElsewhere, ScenarioNeedsVapi, and what Vapi throws */
  readonly ring = async (order: RingOrder, tell: Tell): Promise<void> => {
    const target = this.parts.twilio.targetOf(order.number);
    if (target === null) return this.ringAtVapiAlone(order, tell);
    if (target.kind === 'none' || target.kind === 'trunk' || isDemonstration(target.url))
      throw new NumberUnanswered(order.number);
    const leadsTo = target.kind === 'vapi' ? 'vapi' : 'twilio';
    if (order.route !== undefined && order.route !== leadsTo) throw new NumberLeadsElsewhere(order.number, leadsTo);
    if (leadsTo === 'twilio' && (order.scenario ?? restaurantReservation.key) !== restaurantReservation.key)
      throw new ScenarioNeedsVapi(order.scenario ?? '', restaurantReservation.key);
    await this.ringAtTwilio(order, tell);
  };

  private async ringAtTwilio(order: RingOrder, tell: Tell): Promise<void> {
    const { number: to, from = dupont.number, speed, locale } = order;
    const clock = new CallClock(speed);
    const teller = new CallTeller(locale, dupont.name);
    tell(teller.beginning({ from, to }));
    const vapi: TakeCallAtVapi = async (call) => {
      const seconds = await this.takeAtVapi(call, order, tell);
      if (seconds === null) tell(teller.refusedByVapi());
      clock.hurry();
      return seconds === null ? null : { seconds };
    };
    const replies = dupontCalls(clock.now());
    const onLine = (line: Parameters<CallTeller['line']>[0]) => tell(teller.line(line));
    tell(teller.ending(await this.parts.twilio.ring({ to, from, replies, clock, vapi, onLine })));
  }

  /** How long it lasted; null where Vapi does not know the number. */
  private async takeAtVapi({ callSid }: CallForVapi, order: RingOrder, tell: Tell): Promise<number | null> {
    try {
      const { call } = await tellCallAtVapi(this.ringVapi, { order, tell, callSid });
      return secondsBetween(call.startedAt, call.endedAt);
    } catch (error) {
      if (error instanceof NumberNotAtVapi) return null;
      throw error;
    }
  }

  private async ringAtVapiAlone(order: RingOrder, tell: Tell): Promise<void> {
    try {
      await playAtVapi(this.ringVapi)(order, tell);
    } catch (error) {
      if (!(error instanceof NumberNotAtVapi)) throw error;
      throw new NumberNotInService(order.number, this.numbers());
    }
  }

  private readonly ringVapi: RingAtVapi = (options) => this.parts.vapi().ring(options);

  private numbers(): string[] {
    const { twilio, vapi } = this.parts;
    const atTwilio = twilio.account.numbers.list().map(({ phone_number: number }) => number);
    const atVapi = vapi()
      .list('phone-number')
      .map(({ number }) => String(number));
    return [...new Set([...atTwilio, ...atVapi])];
  }
}

function secondsBetween(from: unknown, to: unknown): number {
  const seconds = (Date.parse(String(to)) - Date.parse(String(from))) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.round(seconds)) : 1;
}
