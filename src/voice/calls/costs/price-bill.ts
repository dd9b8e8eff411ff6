import { Big } from 'big.js';
import type { Bill, BillLine } from './bill.js';
import { exchangeRate, type EuroRates } from './exchange-rates.js';

export interface PricedLine {
  source: string;
  quantity: string | null;
  unit: string | null;
  unitPrice: string | null;
  /** In the currency that was charged. */
  originalAmount: string;
  /** In the currency that it is shown in. */
  amount: string;
  /** What it was charged in, and the rate that was taken, where they are not those of the bill. */
  own?: { currency: string; rate: string };
  estimated?: boolean;
}

/** A bill in the currency that it is shown in, with the rate that was taken. */
export interface PricedBill {
  total: string;
  currency: string;
  originalCurrency: string;
  rate: string;
  lines: readonly PricedLine[];
}

const places = 10;

/** A bill in the workspace's currency, or in its own where no rate is known. The lines sum to the total exactly. */
export function priceBill(bill: Bill, currency: string, rates: EuroRates): PricedBill {
  const known = exchangeRate(rates, bill.currency, currency);
  const rate = known ?? new Big(1);
  const shownIn = known ? currency : bill.currency;
  const lines = bill.lines.map((line) => {
    const ownRate = line.currency === undefined ? undefined : exchangeRate(rates, line.currency, shownIn);
    return {
      source: line.source,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: unitPrice(line),
      originalAmount: line.amount,
      amount: (ownRate ?? rate).times(line.amount).round(places).toFixed(),
      ...(line.currency !== undefined && ownRate && { own: { currency: line.currency, rate: ownRate.toFixed() } }),
      ...(line.estimated === true && { estimated: true }),
    };
  });
  const total = lines.reduce((sum, line) => sum.plus(line.amount), new Big(0));
  return {
    total: total.toFixed(),
    currency: shownIn,
    originalCurrency: bill.currency,
    rate: rate.toFixed(),
    lines,
  };
}

function unitPrice({ amount, quantity }: BillLine): string | null {
  if (quantity === null || new Big(quantity).eq(0)) return null;
  return new Big(amount).div(quantity).round(places).toFixed();
}
