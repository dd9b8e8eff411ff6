import type { CallEvent, CallScript } from '../caller/call-script.js';
import { ServerUnreachable, WebhookRefused } from '../sandbox.errors.js';
import type { Clock } from './clock.js';
import { readToolAnswer } from './tool-answer.js';
import type { Delivery, WebhookSender } from './webhook-sender.js';

/** 1 is real time, 5 five times as fast, `fast` as fast as the server takes it. */
export type Speed = number | 'fast';

/** A webhook that was sent, and what became of it. */
export interface PlayedEvent {
  event: CallEvent;
  delivery: Delivery;
  /** What the assistant heard back, for a tool. */
  toolAnswer?: string | undefined;
}

export interface PlayOptions {
  sender: WebhookSender;
  clock: Clock;
  speed: Speed;
  /** Where the webhooks go, for the error that says that nothing is there. */
  url: string;
  onEvent?: ((played: PlayedEvent) => void) | undefined;
}

/** Answers that every further message would get too. */
const closedDoor: ReadonlySet<number> = new Set([401, 403, 404]);

export interface PlayedCall {
  /** As it went. */
  script: CallScript;
  sent: number;
  /** Given up after all attempts; Vapi goes on with the call all the same. */
  undelivered: number;
  /** What our server answered, by tool call id. */
  answers: ReadonlyMap<string, string>;
}

/**
 * Sends the webhooks of a call one after the other, at the pace of the call, which goes on as our server answers.
 *
 * @throws WebhookRefused when the server refuses them for good.
 * @throws ServerUnreachable when nothing answers in all attempts.
 */
export async function playCall(script: CallScript, options: PlayOptions): Promise<PlayedCall> {
  const answers = new Map<string, string>();
  const startedAt = options.clock.now().getTime();
  let told = script;
  let undelivered = 0;
  for (let sent = 0; ; sent += 1) {
    const event = told.events[sent];
    if (!event) return { script: told, sent, undelivered, answers };
    await untilDue(event, startedAt, options);
    const delivery = await options.sender.send(event.write());
    if (!delivery.delivered) undelivered += 1;
    const toolAnswer = event.toolRequest && readToolAnswer(event.toolRequest, delivery.answer);
    if (event.toolRequest && toolAnswer !== undefined) {
      answers.set(event.toolRequest.id, toolAnswer);
      told = told.after(answers);
    }
    options.onEvent?.({ event, delivery, toolAnswer });
    assertWorthGoingOn(delivery, options.url);
  }
}

/** Waits until an event of a call that began then is due. */
export async function untilDue(
  { moment }: CallEvent,
  startedAt: number,
  { clock, speed }: Pick<PlayOptions, 'clock' | 'speed'>,
): Promise<void> {
  if (speed === 'fast') return;
  const waitMs = startedAt + Math.round(moment.atMs / speed) - clock.now().getTime();
  if (waitMs > 0) await clock.wait(waitMs);
}

function assertWorthGoingOn({ delivered, status }: Delivery, url: string): void {
  if (delivered) return;
  if (status === undefined) throw new ServerUnreachable(url);
  if (closedDoor.has(status)) throw new WebhookRefused(status);
}
