import type { HttpFailure } from '../../../kernel/http/index.js';
import type { TwilioAccountState, TwilioBalance } from '../../providers/twilio/api/twilio-api.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import type { OriginationUrl, TwilioApplication } from '../../providers/twilio/api/twilio-routing.js';

/** What could be read of a detail; undefined where Twilio did not tell. */
export type Detail<T> = T | undefined;

/** What stands at Twilio, as far as it could be read. */
export type TwilioReading =
  | { kind: 'no account' }
  /** Its numbers could not be read; perhaps the account says why. */
  | { kind: 'unread'; failure: HttpFailure; accountSid: string; account: Detail<TwilioAccountState> }
  | TwilioState;

export interface TwilioState {
  kind: 'read';
  accountSid: string;
  account: Detail<TwilioAccountState>;
  balance: Detail<TwilioBalance>;
  /** Null where the account does not have the number, or there is none to look for. */
  number: TwilioNumber | null;
  /** Of the number’s trunk; null where that is gone. */
  origination: Detail<readonly OriginationUrl[] | null>;
  /** Of the number; null where it is gone. */
  application: Detail<TwilioApplication | null>;
  region: Detail<string | null>;
  bundleStatus: Detail<string | null>;
}
