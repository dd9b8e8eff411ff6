import type { CallScript } from '../../caller/call-script.js';
import type { Scenario } from '../../caller/scenario.js';
import type { PlayedEvent, Speed } from '../../player/play-call.js';
import type { WebhookSenderOptions } from '../../player/webhook-sender.js';
import type { VapiResource } from '../vapi-store.js';

/** How a call is played. */
export interface PlayOptionsOfCall {
  /** What is said; a booking where it is left out, and a short test of the line for a call that the assistant makes. */
  readonly scenario?: Scenario | undefined;
  /** As fast as the server takes it where it is left out. */
  readonly speed?: Speed | undefined;
  readonly onBegin?: ((script: CallScript) => void) | undefined;
  /** After each message that was sent; the call goes on once this is through. */
  readonly onEvent?: ((played: PlayedEvent, script: CallScript) => void | Promise<void>) | undefined;
  readonly onRetry?: WebhookSenderOptions['onRetry'];
}

export interface RingOptions extends PlayOptionsOfCall {
  /** The number that is called. */
  readonly number: string;
  /** Who calls; the scenario's caller where it is left out. */
  readonly from?: string | undefined;
  /** Twilio's id of the call, where one is played there too. */
  readonly callSid?: string | undefined;
}

/** A call that is over. */
export interface PlayedVapiCall {
  /** As Vapi has it on record. */
  readonly call: VapiResource;
  readonly script: CallScript;
  /** The messages that were sent; those that nobody wanted are not among them. */
  readonly events: readonly PlayedEvent[];
  /** Given up after all attempts. */
  readonly undelivered: number;
  /** What the server answered, by tool call id. */
  readonly answers: ReadonlyMap<string, string>;
}
