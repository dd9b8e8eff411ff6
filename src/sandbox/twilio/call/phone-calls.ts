import type { HttpClient } from '../../../kernel/http/index.js';
import type { Clock } from '../../player/clock.js';
import type { Call } from '../state/call.js';
import type { TwilioAccount } from '../state/twilio-account.js';
import type { OwnedNumber, TwilioWorld } from '../twilio-world.js';
import { Caller } from './caller.js';
import { type Failed, finish } from './finish.js';
import { takeCall } from './inbound.js';
import { type CallParts, Leg } from './leg.js';
import type { LiveCalls } from './live-calls.js';
import { orderIn, placeCall } from './outbound.js';
import type { TwilioCallOutcome } from './played-call.js';
import type { TwilioPickUpOptions, TwilioPlayOptions, TwilioRingOptions, TwilioScenario } from './scenario.js';
import { StatusCallbacks } from './status-callbacks.js';
import type { HangUp } from './step.js';
import { effectiveTarget } from './target.js';
import { CallerGone, Timeline } from './timeline.js';
import { Webhooks } from './webhooks.js';

interface Surroundings {
  readonly world: TwilioWorld;
  readonly http: HttpClient;
  readonly live: LiveCalls;
  readonly clock: Clock;
  /** How long a server may take. */
  readonly answerWithinMs: number;
}

/** Plays people at the phone: who ring the numbers of the world, and who pick up when these ring them. */
export class PhoneCalls {
  constructor(private readonly around: Surroundings) {}

  async ring(options: TwilioRingOptions): Promise<TwilioCallOutcome> {
    const owned = this.around.world.findNumber(options.to);
    const { status = 'active' } = owned?.account.settings ?? {};
    if (!owned || status !== 'active') return unreached;
    const target = effectiveTarget(owned);
    const leg = new Leg(this.partsOf(owned.account, options), {
      call: newCallTo(owned, { options, trunkSid: target.trunkSid }),
      caller: new Caller(scenarioOf(options).replies),
      fallback: target.fallback,
      extra: { ApplicationSid: target.applicationSid },
      voice: 'line',
    });
    const end = await this.untilHungUp(leg, () => takeCall(leg, { owned, target, vapi: options.vapi }));
    return finish(leg, target, end);
  }

  /** Null for a call that nobody ordered, or that is over. */
  async pickUp(callSid: string, options: TwilioPickUpOptions): Promise<TwilioCallOutcome | null> {
    const account = this.around.world.accountOfCall(callSid);
    const call = account?.calls.find(callSid);
    const form = this.around.live.takeOrder(callSid);
    if (!account || !form || call?.status !== 'queued') return null;
    const order = orderIn(form, account);
    const leg = new Leg(this.partsOf(account, options), {
      call,
      caller: new Caller(scenarioOf(options).replies),
      fallback: order.target.fallback,
      extra: { ApplicationSid: order.target.applicationSid },
      voice: 'line',
    });
    const end = await this.untilHungUp(leg, () => placeCall(leg, order, options.ends));
    return finish(leg, order.target, end);
  }

  private partsOf(account: TwilioAccount, options: TwilioPlayOptions): CallParts {
    const { http, live, answerWithinMs, clock } = this.around;
    const { mishaps = {} } = options;
    const { losesAnswer = () => false } = mishaps;
    const { authToken } = account.settings;
    const { hangsUpAfterMs = Infinity, dialled = [] } = scenarioOf(options);
    const webhooks = new Webhooks({ http, authToken, answerWithinMs, losesAnswer });
    return {
      account,
      webhooks,
      timeline: new Timeline(options.clock ?? clock, hangsUpAfterMs),
      live,
      statusCallbacks: new StatusCallbacks(webhooks, mishaps),
      dialogue: [],
      onLine: options.onLine,
      alerts: [],
      dialled: [...dialled],
    };
  }

  private async untilHungUp(leg: Leg, play: () => Promise<HangUp | Failed>): Promise<HangUp | Failed> {
    const { live } = this.around;
    const { sid } = leg.own.call;
    live.begin(sid);
    try {
      return await play();
    } catch (error) {
      if (error instanceof CallerGone) return { hungUpBy: 'caller' };
      throw error;
    } finally {
      live.end(sid);
    }
  }
}

const unreached: TwilioCallOutcome = {
  sid: '',
  status: 'failed',
  seconds: 0,
  target: { kind: 'none' },
  dialogue: [],
  requests: [],
  alerts: [],
  hungUpBy: 'line',
};

function scenarioOf({ scenario, replies = [] }: TwilioPlayOptions): TwilioScenario {
  return scenario ?? { replies };
}

function newCallTo(
  { account, number }: OwnedNumber,
  { options, trunkSid }: { options: TwilioRingOptions; trunkSid: string | null },
): Call {
  const { to, from, callerName = null, forwardedFrom = null } = options;
  const who = { to, from, caller_name: callerName, forwarded_from: forwardedFrom };
  return account.addCall({ ...who, status: 'ringing', phone_number_sid: number.sid, trunk_sid: trunkSid });
}
