import type { Subscription } from './subscriptions.js';

/** One webhook on its way to one subscriber. */
export interface StandInDelivery {
  /** Counts up in the order in which they were made. */
  readonly number: number;
  readonly trigger: string;
  /** Of the booking that it is about. */
  readonly bookingUid: string;
  readonly subscription: Subscription;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text that was signed. */
  readonly body: string;
}

export interface LoggedDelivery extends StandInDelivery {
  /** `sent` says nothing about what the receiver answered: `status` does. */
  outcome: 'under way' | 'sent' | 'failed' | 'lost';
  /** Of the receiver's answer. */
  status: number | null;
  readonly copies: 0 | 1 | 2;
}

/** Brings a webhook to its subscriber; resolves with the status of the answer, null where that is not known. */
export type Deliver = (delivery: StandInDelivery) => Promise<number | null>;
