import type { ServerMessageBody } from '../../caller/envelope.js';
import type { Scenario } from '../../caller/scenario.js';
import { scriptToPlayNow } from '../../player/script-to-play-now.js';
import { CallNotQueued, NumberNotAtVapi, NumberUnanswered, ScenarioNotForThisCall } from '../../sandbox.errors.js';
import { restaurantReservation } from '../../scenarios/restaurant-reservation.js';
import type { CallControls } from '../calls/call-controls.js';
import { recordMessage } from '../calls/call-record.js';
import { LiveCall } from '../calls/live-call.js';
import type { NewCalls } from '../calls/new-call.js';
import { isMembers, membersOf, textOf, type Members } from '../http/vapi-request.js';
import type { VapiResource } from '../vapi-store.js';
import { asAssistantPlays } from './as-assistant-plays.js';
import { toolsOf } from './assistant-tools.js';
import { lineOf } from './line-of.js';
import { playOnLine } from './play-on-line.js';
import type { PlayedVapiCall, PlayOptionsOfCall, RingOptions } from './ring-options.js';
import { ServerMessages, type MessagingParts } from './server-messages.js';
import { testOfTheLine } from './test-of-the-line.js';
import { effectiveServer } from './vapi-server.js';
import { readAnswerer, type Answerer } from './who-answers.js';

export interface SwitchboardParts extends MessagingParts {
  readonly calls: NewCalls;
  readonly controls: CallControls;
  /** The server of the organisation, where it has one. */
  readonly orgServer: () => unknown;
  /** Whether all calls are marked as played. */
  readonly marks: boolean;
}

interface Connection {
  readonly call: VapiResource;
  readonly phoneNumber: VapiResource;
  readonly answerer: Answerer;
  readonly scenario: Scenario;
}

/** Puts calls through: to a number from outside, and from an assistant to somebody. */
export class Switchboard {
  constructor(private readonly parts: SwitchboardParts) {}

  /** @throws NumberNotAtVapi, NumberUnanswered, ScenarioNotForThisCall */
  async ring(options: RingOptions): Promise<PlayedVapiCall> {
    const { scenario: wanted = restaurantReservation, callSid } = options;
    if (wanted.direction !== 'inbound') throw new ScenarioNotForThisCall(wanted.key);
    const phoneNumber = this.numberCalled(options.number);
    const scenario = { ...wanted, caller: { ...wanted.caller, number: options.from ?? wanted.caller.number } };
    const customer = { number: scenario.caller.number };
    const parties = { type: 'inboundPhoneCall', phoneNumber, customer, callSid } as const;
    const assistantId = textOf(phoneNumber.assistantId);
    const call = this.parts.calls.begin(parties, { assistantId });
    const answerer = assistantId === undefined ? await this.ask(call, phoneNumber) : this.assigned(assistantId);
    return this.put({ call, phoneNumber, answerer, scenario }, options);
  }

  /** Somebody picks up a call that `POST /call` has ordered. @throws CallNotQueued, ScenarioNotForThisCall */
  async dial(callId: string, options: PlayOptionsOfCall): Promise<PlayedVapiCall> {
    const { store } = this.parts;
    const call = store.find('call', callId);
    const phoneNumber = store.find('phone-number', String(call?.phoneNumberId));
    if (!call || !phoneNumber || call.status !== 'queued') throw new CallNotQueued(callId);
    const own = isMembers(call.assistant) ? call.assistant : store.find('assistant', String(call.assistantId));
    const assistant = { ...own, ...membersOf(call.assistantOverrides) };
    const wanted = options.scenario ?? testOfTheLine(assistant);
    if (wanted.direction !== 'outbound') throw new ScenarioNotForThisCall(wanted.key);
    const { number, name } = membersOf(call.customer);
    const caller = { name: textOf(name) ?? wanted.caller.name, number: String(number) };
    return this.put({ call, phoneNumber, answerer: { assistant }, scenario: { ...wanted, caller } }, options);
  }

  private numberCalled(number: string): VapiResource {
    const { store } = this.parts;
    const known = store.list('phone-number').find((each) => each.number === number);
    if (!known)
      throw new NumberNotAtVapi(
        number,
        store.list('phone-number').map((each) => String(each.number)),
      );
    const levels = { assistant: null, phoneNumber: known, org: this.parts.orgServer() };
    if (known.assistantId === undefined && !effectiveServer(levels)) throw new NumberUnanswered(number);
    return known;
  }

  private assigned(assistantId: string): Answerer {
    const assistant = this.parts.store.find('assistant', assistantId);
    return assistant ? { assistant } : { endedReason: 'assistant-not-found' };
  }

  private async ask(call: VapiResource, phoneNumber: VapiResource): Promise<Answerer> {
    const { store, clock, orgServer } = this.parts;
    const messages = new ServerMessages(this.parts, { assistant: null, phoneNumber, org: orgServer() });
    const timestamp = clock.now().getTime();
    const { customer } = call;
    const delivery = await messages.askWhoAnswers({
      message: { type: 'assistant-request', timestamp, call, phoneNumber, customer },
    });
    return delivery ? readAnswerer(delivery, store) : { endedReason: 'assistant-request-failed' };
  }

  private async put(connection: Connection, options: PlayOptionsOfCall): Promise<PlayedVapiCall> {
    const { store, clock, controls, marks, orgServer } = this.parts;
    const { call, phoneNumber } = connection;
    const { scenario, assistant } = this.cast(connection);
    const tools = toolsOf(assistant, store);
    const line = lineOf({ phoneNumber, assistant, tools, monitor: membersOf(call.monitor), marks });
    const speed = options.speed ?? 'fast';
    const ids = { seed: call.id, callId: call.id, callSid: String(call.phoneCallProviderId) };
    const script = scriptToPlayNow(scenario, { line, ...ids }, { now: clock.now(), speed });
    this.redate(call, script.startsAt, assistant);
    const live = new LiveCall(line.assistant.firstMessage);
    const levels = { assistant, phoneNumber, org: orgServer() };
    const messages = new ServerMessages(this.parts, levels, options.onRetry);
    const onMessage = (body: ServerMessageBody) => recordMessage(store, body);
    options.onBegin?.(script);
    controls.begin(call.id, live);
    try {
      const play = { messages, live, tools: tools.functions, clock, speed, onEvent: options.onEvent, onMessage };
      const played = await playOnLine(script, play);
      const undelivered = played.events.filter(({ delivery }) => !delivery.delivered).length;
      return { ...played, undelivered, call: store.find('call', call.id) ?? call };
    } finally {
      controls.end(call.id);
    }
  }

  /** Who plays, and what: without an assistant that can answer, little. */
  private cast({ answerer, scenario }: Connection): { scenario: Scenario; assistant: Members | null } {
    if ('assistant' in answerer) {
      const { assistant } = answerer;
      const tools = toolsOf(assistant, this.parts.store);
      if (!tools.isBroken) return { scenario: asAssistantPlays(scenario, assistant, tools), assistant };
      return { scenario: cutShort(scenario, { endedReason: 'call.start.error-get-assistant' }), assistant };
    }
    const assistant = answerer.says === undefined ? null : { firstMessage: answerer.says };
    return { scenario: cutShort(scenario, answerer), assistant };
  }

  /** A call that is played faster than it lasts has begun some time ago, so that none of it lies in the future. */
  private redate(call: VapiResource, startsAt: Date, assistant: Members | null): void {
    const { store } = this.parts;
    const { id, ...members } = store.find('call', call.id) ?? call;
    store.add('call', { ...members, assistantId: assistant?.id, createdAt: startsAt.toISOString() }, id);
  }
}

type Refusal = Exclude<Answerer, { assistant: Members }>;

function cutShort(scenario: Scenario, { endedReason, says, forwardTo }: Refusal): Scenario {
  const ending = { reason: endedReason, ...(forwardTo !== undefined && { transferTo: forwardTo }) };
  return { ...scenario, turns: says === undefined ? [] : [{ silentSeconds: 0.5 }], ending };
}
