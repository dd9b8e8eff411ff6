import type { CallStatus } from '../state/call.js';
import type { Alert } from '../state/other-resources.js';

/** Something that was said or played in a call. */
export interface DialogueLine {
  /** Milliseconds since the call began to ring. */
  readonly atMs: number;
  /** Who is heard: the number that was called, the caller, whoever was dialled, or the number by the one dialled. */
  readonly who: 'line' | 'caller' | 'callee' | 'whisper';
  /** Empty where it is a sound. */
  readonly text: string;
  readonly language?: string | undefined;
  readonly voice?: string | undefined;
  readonly sound?: { readonly url: string; readonly contentType: string; readonly bytes: number } | undefined;
  /** The caller spoke into it. */
  readonly isCut?: boolean | undefined;
}

/** A request of Twilio's to a server, and what came back. */
export interface SentWebhook {
  readonly purpose: 'voice' | 'fallback' | 'action' | 'redirect' | 'status' | 'recording' | 'whisper' | 'sound';
  readonly atMs: number;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly form: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly contentType: string | null;
  readonly body: string;
  readonly tookMs: number;
}

/** What a number leads to. */
export type CallTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'trunk'; readonly sid: string }
  | { readonly kind: 'vapi' | 'server'; readonly url: string };

/** A call that is over. */
export interface TwilioCallOutcome {
  /** Empty for a number that nobody has. */
  readonly sid: string;
  readonly status: CallStatus;
  readonly seconds: number;
  readonly target: CallTarget;
  readonly dialogue: readonly DialogueLine[];
  readonly requests: readonly SentWebhook[];
  /** What Twilio noted against the documents and answers. */
  readonly alerts: readonly Alert[];
  readonly hungUpBy: 'caller' | 'line';
}

/** Twilio's own words where no document can be followed. */
export const applicationError = 'We are sorry, an application error has occurred. Goodbye.';
