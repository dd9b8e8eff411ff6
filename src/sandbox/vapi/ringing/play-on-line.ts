import type { CallEvent, CallScript } from '../../caller/call-script.js';
import type { ServerMessageBody } from '../../caller/envelope.js';
import type { Clock } from '../../player/clock.js';
import type { Ending } from '../../caller/scenario.js';
import { untilDue, type PlayedEvent, type Speed } from '../../player/play-call.js';
import { readToolAnswer } from '../../player/tool-answer.js';
import type { LiveCall } from '../calls/live-call.js';
import { membersOf, textOf, type Members } from '../http/vapi-request.js';
import { askedDestination } from './as-assistant-plays.js';
import type { ServerMessages } from './server-messages.js';

export interface LinePlay {
  readonly messages: ServerMessages;
  readonly live: LiveCall;
  readonly tools: ReadonlyMap<string, Members>;
  readonly clock: Clock;
  readonly speed: Speed;
  /** The call goes on once this is through. */
  readonly onEvent?: ((played: PlayedEvent, script: CallScript) => void | Promise<void>) | undefined;
  /** All that happens, whoever is told. */
  readonly onMessage: (body: ServerMessageBody) => void;
}

export interface PlayedOnLine {
  /** As it went. */
  readonly script: CallScript;
  readonly events: readonly PlayedEvent[];
  readonly answers: ReadonlyMap<string, string>;
}

/** Plays a call to its end, whatever becomes of its messages, as Vapi does; what is done to it meanwhile takes effect. */
export async function playOnLine(script: CallScript, play: LinePlay): Promise<PlayedOnLine> {
  const startedAt = play.clock.now().getTime();
  const answers = new Map<string, string>();
  const events: PlayedEvent[] = [];
  let told = script;
  for (let past = 0; told.events.length > past; past += 1) {
    const next = told.events[past];
    if (next) await untilDue(next, startedAt, play);
    if (next) await settleDestination(next, told.scenario.ending, play);
    told = brought(told, answers, play.live);
    const event = told.events[past];
    if (!event) break;
    const played = await happen(event, play);
    if (event.toolRequest) {
      answers.set(event.toolRequest.id, played?.toolAnswer ?? readToolAnswer(event.toolRequest, undefined));
      told = told.after(answers, play.live.interjections);
    }
    play.live.passed(past + 1);
    if (!played) continue;
    events.push(played);
    await play.onEvent?.(played, told);
  }
  return { script: told, events, answers };
}

/** Up to date with what has been done to the call. */
function brought(told: CallScript, answers: ReadonlyMap<string, string>, live: LiveCall): CallScript {
  const news = live.takeNews();
  return news ? told.after(answers, news) : told;
}

/** @returns null where nobody is told. */
async function happen(event: CallEvent, { messages, tools, onMessage }: LinePlay): Promise<PlayedEvent | null> {
  const body = event.write();
  onMessage(body);
  const { toolRequest } = event;
  const delivery = await messages.send(body, toolRequest && tools.get(toolRequest.name));
  if (!delivery) return null;
  return { event, delivery, toolAnswer: toolRequest && readToolAnswer(toolRequest, delivery.answer) };
}

/** Where a tool names no destination, the server is asked when the time has come. */
async function settleDestination(
  { moment, write }: CallEvent,
  planned: Ending,
  { messages, live }: LinePlay,
): Promise<void> {
  if (moment.kind !== 'status' || moment.transferTo !== askedDestination) return;
  const { timestamp, call, phoneNumber, customer, assistant } = write().message;
  const type = 'transfer-destination-request';
  const delivery = await messages.send({ message: { timestamp, type, call, phoneNumber, customer, assistant } });
  const { number, sipUri } = membersOf(membersOf(delivery?.answer).destination);
  const to = textOf(number) ?? textOf(sipUri);
  const { transferTo: _, ...ending } = planned;
  live.interject({
    ending: to === undefined ? { ...ending, reason: 'customer-ended-call' } : { ...ending, transferTo: to },
  });
}
