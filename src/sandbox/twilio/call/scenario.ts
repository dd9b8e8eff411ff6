import type { Clock } from '../../player/clock.js';
import type { DialogueLine } from './played-call.js';

/** What a caller does when it is their turn: says something, presses keys, is silent, hangs up. */
export type CallerReply =
  | string
  | {
      readonly says: string;
      /** How sure recognition is of it (default 0.93). */
      readonly confidence?: number | undefined;
      /** Before the question is over. */
      readonly bargesIn?: boolean | undefined;
    }
  | { readonly presses: string }
  | { readonly isSilent: true }
  | { readonly hangsUp: true };

/** What they do by what they have heard since their last turn. */
export type ReactingCaller = (heard: string, nth: number) => CallerReply;

/** What becomes of a number that is dialled. */
export interface DialledEnd {
  readonly status: 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';
  /** How long they talk. */
  readonly seconds?: number | undefined;
}

export interface TwilioScenario {
  /** In order; who has none left hangs up. */
  readonly replies: readonly CallerReply[] | ReactingCaller;
  /** Of each number that is dialled, in order; without one it is answered for half a minute. */
  readonly dialled?: readonly DialledEnd[] | undefined;
  /** When patience ends, counted from the ring. */
  readonly hangsUpAfterMs?: number | undefined;
}

/** What can go wrong between Twilio and the server. */
export interface WebhookMishaps {
  /** Says of each webhook whether its answer gets lost, so that it comes again with the same token. */
  readonly losesAnswer?: ((nth: number) => boolean) | undefined;
  /** How often each status callback comes (default once; 0 is never). */
  readonly statusCopies?: number | undefined;
  /** All status callbacks wait until the call is over, and are then put in this order. */
  readonly statusOrder?: (<T>(callbacks: readonly T[]) => T[]) | undefined;
}

/** A call that a number hands to Vapi. */
export interface CallForVapi {
  readonly callSid: string;
  readonly accountSid: string;
  readonly to: string;
  readonly from: string;
  /** As the webhook has it. */
  readonly form: URLSearchParams;
}

/** Takes the call and says how long it lasted; null refuses it, as Vapi does with a number that it does not know. */
export type TakeCallAtVapi = (call: CallForVapi) => Promise<{ readonly seconds: number } | null>;

/** How a call is played. */
export interface TwilioPlayOptions {
  /** Either this or `scenario`. */
  readonly replies?: TwilioScenario['replies'] | undefined;
  readonly scenario?: TwilioScenario | undefined;
  readonly mishaps?: WebhookMishaps | undefined;
  /** Hears each line as it is said. */
  readonly onLine?: ((line: DialogueLine) => void) | undefined;
  readonly clock?: Clock | undefined;
}

export interface TwilioRingOptions extends TwilioPlayOptions {
  readonly to: string;
  readonly from: string;
  readonly callerName?: string | undefined;
  readonly forwardedFrom?: string | undefined;
  /** For numbers that lead to Vapi; Vapi is down where it is left out. */
  readonly vapi?: TakeCallAtVapi | undefined;
}

export interface TwilioPickUpOptions extends TwilioPlayOptions {
  /** In place of an answer. */
  readonly ends?: 'busy' | 'no-answer' | 'failed' | undefined;
}
