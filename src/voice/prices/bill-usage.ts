import { Big } from 'big.js';
import { digested, type Bill, type BillLine } from '../calls/costs/bill.js';
import { exchangeRate, type EuroRates } from '../calls/costs/exchange-rates.js';
import type { Price } from './price.js';
import { priceUsage, type PricedUsage, type Usage } from './price-usage.js';

export interface UsageBill {
  /** Null where nothing that was used has a price. */
  bill: Bill | null;
  /** Items that nobody has given a price which counts at that moment, or one in a currency without a rate. */
  unpriced: readonly string[];
}

export interface Pricing {
  /** When the call began: its prices count. */
  at: Date;
  rates: EuroRates;
}

/** Several currencies make a bill in the one from which all rates are counted. */
const commonCurrency = 'EUR';

/** What the usage of a call costs, a line for each item; for the same `Bill` as the reports of a platform make. */
export function billUsage(usages: readonly Usage[], prices: readonly Price[], { at, rates }: Pricing): UsageBill {
  const unpriced = new Set<string>();
  const lines = new Map<string, PricedUsage>();
  for (const usage of usages.filter(({ quantity, charged }) => quantity > 0 || charged)) {
    const priced = priceUsage(usage, prices, at);
    if (!priced) unpriced.add(usage.item);
    else lines.set(keyOf(priced), added(lines.get(keyOf(priced)), priced));
  }
  const currency = currencyOf([...lines.values()]);
  const billed = [...lines.values()].filter((line) => {
    const known = exchangeRate(rates, line.currency, currency) !== undefined;
    if (!known) unpriced.add(line.item);
    return known;
  });
  return { bill: billed.length === 0 ? null : toBill(billed, currency, rates), unpriced: [...unpriced] };
}

function keyOf({ item, unit, currency, estimated }: PricedUsage): string {
  return JSON.stringify([item, unit, currency, estimated]);
}

function added(before: PricedUsage | undefined, line: PricedUsage): PricedUsage {
  if (!before) return line;
  return { ...line, quantity: before.quantity.plus(line.quantity), amount: before.amount.plus(line.amount) };
}

function currencyOf(lines: readonly PricedUsage[]): string {
  const [only = commonCurrency, ...others] = new Set(lines.map(({ currency }) => currency));
  return others.length === 0 ? only : commonCurrency;
}

function toBill(lines: readonly PricedUsage[], currency: string, rates: EuroRates): Bill {
  const total = lines.reduce((sum, line) => {
    const rate = exchangeRate(rates, line.currency, currency) ?? new Big(1);
    return sum.plus(rate.times(line.amount).round(10));
  }, new Big(0));
  return digested({ currency, total: total.toFixed(), lines: lines.map((line) => toLine(line, currency)) });
}

function toLine({ source, quantity, unit, amount, currency, estimated }: PricedUsage, billed: string): BillLine {
  const line = { source, quantity: quantity.toFixed(), unit, amount: amount.toFixed() };
  return { ...line, ...(currency !== billed && { currency }), ...(estimated && { estimated }) };
}
