import type { TwimlElement } from '../twiml/twiml-document.js';
import type { Leg } from './leg.js';
import type { NextDocument } from './live-calls.js';
import type { SentWebhook } from './played-call.js';

/** What comes next in a call: another document, or its end. */
export type Step = NextStep | HangUp;

export interface NextStep {
  readonly document: NextDocument;
  readonly purpose: SentWebhook['purpose'];
  readonly extra?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface HangUp {
  readonly hungUpBy: 'caller' | 'line';
  /** Of a call that was never answered. */
  readonly status?: 'busy' | 'no-answer' | undefined;
}

export type Follow = (leg: Leg, first: NextStep) => Promise<HangUp>;

/** Where a verb stands. */
export interface Place {
  readonly leg: Leg;
  /** Of its document; null where it has none. */
  readonly url: string | null;
  /** Follows documents on another leg. */
  readonly follow: Follow;
}

/** What a verb leads to; nothing where the next one follows. */
export type Verb = (verb: TwimlElement, place: Place) => Promise<Step | null>;
