import { callFacts, type CallFacts, type CallOptions } from './call-facts.js';
import type { ServerMessageBody } from './envelope.js';
import type { Telling, ToolAnswers } from './history.js';
import type { Interjection } from './interjection.js';
import { isToldInLegacy, writeLegacyMessage } from './legacy-messages.js';
import { writeMessage } from './messages.js';
import type { Moment, ToolRequest } from './moment.js';
import { playOut } from './timeline.js';
import type { Scenario } from './scenario.js';

/** One webhook of a call, before it is sent. */
export interface CallEvent {
  moment: Moment;
  /** The tool that our server is asked for; absent where Vapi expects no content. */
  toolRequest?: ToolRequest;
  /** The body; where our server has not answered, it tells of the answer that the scenario expects. */
  write(): ServerMessageBody;
}

/** A whole call, ready to be sent. */
export interface CallScript {
  scenario: Scenario;
  /** Vapi's id of the call. */
  callId: string;
  fromNumber: string;
  toNumber: string;
  startsAt: Date;
  /** From the first event to the last. */
  durationMs: number;
  events: readonly CallEvent[];
  /**
   * The call as it goes on after these answers and interjections; up to the first tool that they answer, or the moment of
   * the first interjection, its events are the same.
   */
  after(answers: ToolAnswers, interjections?: readonly Interjection[]): CallScript;
}

/**
 * Writes out a call: all webhooks that Vapi would send for it, in order. Pure: the same scenario and options give the
 * same bodies.
 *
 * @example
 * const { events } = scriptCall(restaurantReservation, { line, seed: 'e2e-1' });
 * const raw = JSON.stringify(events[0]?.write());
 */
export function scriptCall(scenario: Scenario, options: CallOptions): CallScript {
  return write(callFacts(scenario, options), new Map());
}

function write(planned: CallFacts, answers: ToolAnswers): CallScript {
  const timeline = playOut(planned, answers);
  const { line } = planned;
  const scenario = { ...planned.scenario, ending: timeline.ending };
  const facts = { ...planned, scenario };
  const isLegacy = scenario.dialect === 'legacy';
  const told = isLegacy ? timeline.moments.filter(isToldInLegacy) : timeline.moments;
  const inItsWords = isLegacy ? writeLegacyMessage : writeMessage;
  const [fromNumber, toNumber] = endsOf(scenario, line.number);
  return {
    scenario,
    callId: facts.callId,
    fromNumber,
    toNumber,
    startsAt: new Date(facts.createdAtMs),
    durationMs: timeline.moments.at(-1)?.atMs ?? 0,
    events: told.map((moment) => eventOf(moment, { facts, timeline, answers }, inItsWords)),
    after: (known, interjections = planned.interjections) => write({ ...planned, interjections }, new Map(known)),
  };
}

function endsOf({ direction, caller }: Scenario, line: string): [string, string] {
  return direction === 'inbound' ? [caller.number, line] : [line, caller.number];
}

function eventOf(moment: Moment, telling: Telling, inItsWords: typeof writeMessage): CallEvent {
  return {
    moment,
    ...(moment.kind === 'tool' && { toolRequest: moment.request }),
    write: () => inItsWords(moment, telling),
  };
}
