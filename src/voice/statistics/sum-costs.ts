import { Big } from 'big.js';
import type { EuroRates } from '../calls/costs/exchange-rates.js';

export interface Sum {
  amount: string;
  currency: string;
}

/** As exact as the amounts of the ledger that were changed into another currency. */
const changedPlaces = 10;

/**
 * Adds sums in several currencies: in the wanted one, or, where a rate for that is missing, in one that they can all be
 * changed into. What can be changed into none of them is left out.
 */
export function sumCosts(costs: Readonly<Record<string, string>>, wanted: string, rates: EuroRates): Sum {
  const currencies = Object.keys(costs);
  const reachable = [wanted, ...currencies].find((target) =>
    currencies.every((currency) => currency === target || (rates.has(currency) && rates.has(target))),
  );
  const currency = reachable ?? wanted;
  const amount = Object.entries(costs).reduce(
    (sum, [from, part]) => sum.plus(changed(part, { from, to: currency }, rates)),
    new Big(0),
  );
  return { amount: amount.toFixed(), currency };
}

function changed(amount: string, { from, to }: { from: string; to: string }, rates: EuroRates): Big {
  if (from === to) return new Big(amount);
  const [perEuroFrom, perEuroTo] = [rates.get(from), rates.get(to)];
  if (!perEuroFrom || !perEuroTo) return new Big(0);
  return new Big(amount).times(perEuroTo).div(perEuroFrom).round(changedPlaces);
}
