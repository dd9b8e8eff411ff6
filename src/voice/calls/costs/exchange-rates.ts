import { Big } from 'big.js';

/** How many of each currency one euro buys. */
export type EuroRates = ReadonlyMap<string, Big>;

const pair = /^([A-Z]{3})=(\d+(?:\.\d+)?)$/;

/** Reads `EUR=1,USD=1.08`; undefined when a pair is malformed or a rate is zero. */
export function parseEuroRates(text: string): EuroRates | undefined {
  const rates = new Map([['EUR', new Big(1)]]);
  for (const part of text.split(',')) {
    const [, currency, rate] = pair.exec(part.trim()) ?? [];
    if (currency === undefined || rate === undefined || new Big(rate).eq(0)) return undefined;
    rates.set(currency, new Big(rate));
  }
  return rates;
}

/** How much of `to` one unit of `from` is worth, to ten places; undefined when a rate is missing. */
export function exchangeRate(rates: EuroRates, from: string, to: string): Big | undefined {
  if (from === to) return new Big(1);
  const [perEuroFrom, perEuroTo] = [rates.get(from), rates.get(to)];
  return perEuroFrom && perEuroTo ? perEuroTo.div(perEuroFrom).round(10) : undefined;
}
