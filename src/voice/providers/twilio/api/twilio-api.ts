import { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import type { Secret } from '../../../../kernel/config/index.js';
import { route } from '../../../../kernel/http/index.js';
import { TwilioCalls } from './twilio-calls.js';
import { TwilioNumbers } from './twilio-numbers.js';
import { TwilioPrices } from './twilio-prices.js';
import { TwilioRouting } from './twilio-routing.js';
import { twilioText } from './twilio-text.js';

export interface TwilioAccountState {
  readonly name: string | null;
  /** `active`, `suspended`, `closed`. */
  readonly status: string | null;
  /** Says so in front of each call, and calls verified numbers only. */
  readonly isTrial: boolean;
}

export interface TwilioBalance {
  readonly amount: string | null;
  readonly currency: string | null;
}

/** What another platform needs to steer numbers of the account. */
export type TwilioCredentials = { readonly accountSid: string } & (
  { readonly authToken: Secret } | { readonly apiKey: string; readonly apiSecret: Secret }
);

const accountReply = z
  .object({ friendly_name: twilioText, status: twilioText, type: twilioText })
  .transform(({ friendly_name: name, status, type }): TwilioAccountState => ({
    name,
    status,
    isTrial: type === 'Trial',
  }));

const balanceReply = z
  .object({ balance: twilioText, currency: twilioText })
  .transform(({ balance: amount, currency }): TwilioBalance => ({ amount, currency }));

/**
 * Twilio as one account sees it. By the client of the account and not by Twilio’s library: that one keeps credentials,
 * logs, proxies and time-outs of its own, and takes 0.2 s to load.
 *
 * @throws HttpFailure from every method; Twilio’s words are in `platformSaid()`. A write is never sent again by itself.
 * @example
 * const number = await account.api('import_number').numbers.findByNumber('+33123456789');
 */
export class TwilioApi {
  readonly accountSid: string;
  readonly numbers: TwilioNumbers;
  readonly calls: TwilioCalls;
  readonly routing: TwilioRouting;
  readonly prices: TwilioPrices;

  constructor(private readonly client: VendorClient) {
    this.accountSid = client.settings.text('accountSid');
    this.numbers = new TwilioNumbers(client, this.accountSid);
    this.calls = new TwilioCalls(client, this.accountSid);
    this.routing = new TwilioRouting(client, this.accountSid);
    this.prices = new TwilioPrices(client);
  }

  /** A standard API key may not read it: Twilio answers 401 then. */
  account(): Promise<TwilioAccountState> {
    return this.client.get(route`/2010-04-01/Accounts/${this.accountSid}.json`, { reply: accountReply });
  }

  balance(): Promise<TwilioBalance> {
    return this.client.get(route`/2010-04-01/Accounts/${this.accountSid}/Balance.json`, { reply: balanceReply });
  }

  /** The key where that is the way in, so that the token stays here. @throws Error where neither was entered. */
  credentials(): TwilioCredentials {
    const { accountSid, client } = this;
    if (client.mode === 'api_key') {
      const apiSecret = client.secret('apiKeySecret');
      if (apiSecret) return { accountSid, apiKey: client.settings.text('apiKeySid'), apiSecret };
    }
    const authToken = client.secret('authToken');
    if (!authToken) throw new Error('A Twilio account without a secret was opened.');
    return { accountSid, authToken };
  }

  /** With which Twilio signs what it sends here; null where only an API key was entered. */
  signingToken(): Secret | null {
    return this.client.secret('authToken') ?? null;
  }
}
