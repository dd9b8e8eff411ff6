import { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import { route } from '../../../../kernel/http/index.js';
import { ifThere } from './if-there.js';
import type { NumberKind } from './twilio-number.js';
import { twilioText } from './twilio-text.js';

/** What a number costs each month. */
export interface MonthlyPrice {
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

export type MonthlyPrices = ReadonlyMap<NumberKind, MonthlyPrice>;

const decimal = z
  .union([z.string().regex(/^\d+(\.\d+)?$/), z.number().nonnegative()])
  .nullish()
  .catch(null)
  .transform((value) => (value === undefined || value === null ? null : String(value)));

const countryReply = z.object({
  price_unit: twilioText,
  phone_number_prices: z
    .array(z.object({ number_type: twilioText, base_price: decimal, current_price: decimal }))
    .nullish(),
});
const numberReply = z.object({ iso_country: twilioText });
const regulationsReply = z.object({ results: z.array(z.object({ number_type: twilioText })) });

/** As the price list and the regulations spell them. */
const kindsByName: Readonly<Record<string, NumberKind>> = {
  local: 'Local',
  mobile: 'Mobile',
  'toll free': 'TollFree',
  'toll-free': 'TollFree',
  national: 'National',
};

/** What numbers cost, and what has to be proven to have them. */
export class TwilioPrices {
  constructor(private readonly client: VendorClient) {}

  /** By kind; a kind that is missing has no known price. */
  async monthly(country: string): Promise<MonthlyPrices> {
    const path = route`/v1/PhoneNumbers/Countries/${country}`;
    const found = await ifThere(this.client.get(path, { base: 'pricing', reply: countryReply }));
    const currency = found?.price_unit?.toUpperCase();
    if (currency === undefined) return new Map();
    return new Map(
      (found?.phone_number_prices ?? []).flatMap(({ number_type, base_price, current_price }) => {
        const [kind, amount] = [kindsByName[number_type ?? ''], current_price ?? base_price];
        return kind !== undefined && amount !== null ? [[kind, { amount, currency }] as const] : [];
      }),
    );
  }

  /** ISO 3166-1 alpha-2; null for a number that Twilio cannot place. */
  async countryOf(number: string): Promise<string | null> {
    const path = route`/v2/Voice/Numbers/${number}`;
    const found = await ifThere(this.client.get(path, { base: 'pricing', reply: numberReply }));
    return found?.iso_country ?? null;
  }

  /** The kinds for which the country asks who uses them: https://www.twilio.com/docs/phone-numbers/regulatory/api */
  async regulatedKinds(country: string): Promise<ReadonlySet<NumberKind>> {
    const query = { IsoCountry: country, PageSize: 50 };
    const path = '/v2/RegulatoryCompliance/Regulations';
    const found = await ifThere(this.client.get(path, { base: 'numbers', query, reply: regulationsReply }));
    return new Set((found?.results ?? []).flatMap(({ number_type: name }) => kindsByName[name ?? ''] ?? []));
  }
}
