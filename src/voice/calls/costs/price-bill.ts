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
  const lines = bill.lines.map((line) => ({
    source: line.source,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: unitPrice(line),
    originalAmount: line.amount,
    amount: rate.times(line.amount).round(places).toFixed(),
  }));
  const total = lines.reduce((sum, line) => sum.plus(line.amount), new Big(0));
  return {
    total: total.toFixed(),
    currency: known ? currency : bill.currency,
    originalCurrency: bill.currency,
    rate: rate.toFixed(),
    lines,
  };
}

function unitPrice({ amount, quantity }: BillLine): string | null {
  if (quantity === null || new Big(quantity).eq(0)) return null;
  return new Big(amount).div(quantity).round(places).toFixed();
}
