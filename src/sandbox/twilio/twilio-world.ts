import { z } from 'zod';
import { NumberMarket } from './state/number-market.js';
import type { IncomingNumber } from './state/incoming-number.js';
import { type AccountSettings, type SavedAccount, savedAccount, TwilioAccount } from './state/twilio-account.js';

/** What is kept over restarts. */
export const savedState = z.object({ accounts: z.array(savedAccount) });

/** A number and who has it. */
export interface OwnedNumber {
  readonly account: TwilioAccount;
  readonly number: IncomingNumber;
}

interface Surroundings {
  readonly now: () => Date;
  readonly changed: () => void;
  /** What was kept of accounts, for when they are opened again. */
  readonly saved: readonly SavedAccount[];
}

/** All accounts that one stand-in plays; a number belongs to one of them at most. */
export class TwilioWorld {
  readonly #accounts = new Map<string, TwilioAccount>();
  readonly market = new NumberMarket((phoneNumber) => this.findNumber(phoneNumber) !== null);

  constructor(private readonly around: Surroundings) {}

  addAccount(settings: AccountSettings): TwilioAccount {
    const { now, changed } = this.around;
    const saved = this.around.saved.find(({ accountSid }) => accountSid === settings.accountSid);
    const account = new TwilioAccount(settings, { now, changed, saved });
    this.#accounts.set(account.sid, account);
    return account;
  }

  account(sid: string): TwilioAccount | null {
    return this.#accounts.get(sid) ?? null;
  }

  /** By an account's own SID and token, or by one of its API keys. */
  signIn(user: string, password: string): TwilioAccount | null {
    for (const account of this.#accounts.values()) {
      const { accountSid, authToken, apiKeys = {} } = account.settings;
      const secret = user === accountSid ? authToken : apiKeys[user];
      if (secret !== undefined && secret === password) return account;
    }
    return null;
  }

  findNumber(phoneNumber: string): OwnedNumber | null {
    for (const account of this.#accounts.values()) {
      const number = account.findNumber(phoneNumber);
      if (number) return { account, number };
    }
    return null;
  }

  /** Whose call it is. */
  accountOfCall(callSid: string): TwilioAccount | null {
    return [...this.#accounts.values()].find(({ calls }) => calls.find(callSid) !== null) ?? null;
  }

  saved(): SavedAccount[] {
    const open = [...this.#accounts.values()].map((account) => account.saved());
    return [...open, ...this.around.saved.filter(({ accountSid }) => !this.#accounts.has(accountSid))];
  }
}
