import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { numberKinds, type AvailableNumber, type NumberKind } from '../../providers/twilio/api/twilio-number.js';
import type { MonthlyPrice, MonthlyPrices } from '../../providers/twilio/api/twilio-prices.js';
import type { TwilioApi } from '../../providers/twilio/api/twilio-api.js';
import { TwilioAccounts } from '../../providers/twilio/twilio-accounts.js';
import { CountryUnknown, DigitsRefused, TwilioNotConnected } from '../lines.errors.js';
import { asking } from '../platform-refusal.js';
import { isFrenchMobile } from './french-mobile.js';

/** A number that can be bought, and what that takes. */
export interface NumberOffer {
  readonly number: string;
  /** Null where Twilio does not say. */
  readonly monthly: MonthlyPrice | null;
  /** Whether papers or an address have to be given. */
  readonly needsRegulatoryBundle: boolean;
}

export interface OfferSearch {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Digits that it has, `*` for any. */
  contains?: string | undefined;
}

/** What the country of a number asks and takes for it. */
interface CountryRules {
  prices: MonthlyPrices;
  regulated: ReadonlySet<NumberKind>;
}

const mostOfKind = 20;

/** Numbers that a workspace's Twilio account can buy. */
@Injectable()
export class NumberOffers {
  constructor(private readonly accounts: TwilioAccounts) {}

  /** Takes calls all of them. Those that an assistant may not answer are left out. @throws CountryUnknown, DigitsRefused */
  async search(ctx: RequestContext, { country: typed, contains }: OfferSearch): Promise<NumberOffer[]> {
    const country = typed.trim().toUpperCase();
    if (!/^[A-Z]{2}$/.test(country)) throw new CountryUnknown();
    const digits = contains?.replace(/[\s+().-]/g, '');
    if (digits !== undefined && !/^[\d*]{2,15}$/.test(digits)) throw new DigitsRefused();
    const account = await this.accounts.find(ctx);
    if (!account) throw new TwilioNotConnected();
    return asking('Twilio', () => offersIn(account.api('search_numbers', 'urgent'), { country, contains: digits }));
  }

  /** What this very number costs; null where it is not for sale. */
  async find(api: TwilioApi, number: string): Promise<NumberOffer | null> {
    const country = await api.prices.countryOf(number);
    if (country === null) return null;
    const offers = await offersIn(api, { country, contains: number.slice(1) });
    return offers.find((each) => each.number === number) ?? null;
  }
}

async function offersIn(api: TwilioApi, search: OfferSearch): Promise<NumberOffer[]> {
  const { country, contains } = search;
  const [prices, regulated, ...found] = await Promise.all([
    api.prices.monthly(country),
    api.prices.regulatedKinds(country),
    ...numberKinds.map((kind) => api.numbers.available({ country, kind, contains, most: mostOfKind })),
  ]);
  return numberKinds.flatMap((kind, index) =>
    (found[index] ?? [])
      .filter(({ number, canVoice }) => canVoice && !isFrenchMobile(number))
      .map((each) => toOffer(each, kind, { prices, regulated })),
  );
}

function toOffer(
  { number, addressRequirements }: AvailableNumber,
  kind: NumberKind,
  { prices, regulated }: CountryRules,
): NumberOffer {
  const asksAddress = addressRequirements !== null && addressRequirements !== 'none';
  return { number, monthly: prices.get(kind) ?? null, needsRegulatoryBundle: asksAddress || regulated.has(kind) };
}
