import type { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import { noReply, route } from '../../../../kernel/http/index.js';
import { ifThere } from './if-there.js';
import type { NumberSettingName } from './number-settings.js';
import {
  availableNumbersReply,
  numberReply,
  numbersReply,
  type AvailableNumber,
  type NumberKind,
  type TwilioNumber,
} from './twilio-number.js';

const pageSize = 1_000;

export interface NumberSearch {
  /** ISO 3166-1 alpha-2. */
  country: string;
  kind: NumberKind;
  /** Digits that it has in this order; `*` stands for one. */
  contains?: string | undefined;
  most?: number | undefined;
}

/** The numbers of one account at Twilio, and those that it can buy. */
export class TwilioNumbers {
  readonly #root: string;

  constructor(
    private readonly client: VendorClient,
    accountSid: string,
  ) {
    this.#root = route`/2010-04-01/Accounts/${accountSid}`;
  }

  async list(): Promise<readonly TwilioNumber[]> {
    const all: TwilioNumber[] = [];
    const first = `${this.#root}/IncomingPhoneNumbers.json?PageSize=${pageSize}`;
    for (let next: string | null = first; next !== null;) {
      const page: z.output<typeof numbersReply> = await this.client.get(next, { reply: numbersReply });
      all.push(...page.incoming_phone_numbers);
      next = page.next_page_uri;
    }
    return all;
  }

  /** Null where the account does not have it. Twilio looks for a part of the number; what it finds is compared whole. */
  async findByNumber(number: string): Promise<TwilioNumber | null> {
    const query = { PhoneNumber: number };
    const found = await this.client.get(`${this.#root}/IncomingPhoneNumbers.json`, { query, reply: numbersReply });
    return found.incoming_phone_numbers.find((each) => each.number === number) ?? null;
  }

  find(sid: string): Promise<TwilioNumber | null> {
    return ifThere(this.client.get(this.path(sid), { reply: numberReply }));
  }

  /** The empty text clears. Answers with the number as it is then. */
  update(sid: string, settings: Readonly<Partial<Record<NumberSettingName, string>>>): Promise<TwilioNumber> {
    return this.client.post(this.path(sid), { form: settings, reply: numberReply });
  }

  /** Costs money at once, and each month. Look for the number by `findByNumber` before and after. */
  buy(number: string, friendlyName: string): Promise<TwilioNumber> {
    const form = { PhoneNumber: number, FriendlyName: friendlyName };
    return this.client.post(`${this.#root}/IncomingPhoneNumbers.json`, { form, reply: numberReply });
  }

  /** Gives it back to Twilio; one that is gone already is well. */
  async release(sid: string): Promise<void> {
    await ifThere(this.client.delete(this.path(sid), { reply: noReply }));
  }

  /** Empty where Twilio has no numbers of this kind in the country. */
  async available({ country, kind, contains, most = 20 }: NumberSearch): Promise<readonly AvailableNumber[]> {
    const path = `${this.#root}${route`/AvailablePhoneNumbers/${country}/${kind}.json`}`;
    const query = { VoiceEnabled: true, Contains: contains, PageSize: most };
    const found = await ifThere(this.client.get(path, { query, reply: availableNumbersReply }));
    return found?.available_phone_numbers ?? [];
  }

  private path(sid: string): string {
    return `${this.#root}${route`/IncomingPhoneNumbers/${sid}.json`}`;
  }
}
