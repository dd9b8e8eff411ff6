import { Big } from 'big.js';
import { digestOf } from '../merge/transcript.js';

/** One line of what a call cost, in the currency in which it was charged. Amounts are exact decimals as text. */
export interface BillLine {
  /** What was used: `transport`, `transcriber`, `model`, `voice`, `vapi`, `analysis`, …, `other`. */
  source: string;
  quantity: string | null;
  unit: 'minute' | '15 seconds' | 'second' | 'token' | 'character' | '100 characters' | 'month' | null;
  amount: string;
  /** Where it was not charged in the currency of the bill. */
  currency?: string;
  /** Worked out from a list of prices: nobody has charged it yet. */
  estimated?: boolean;
}

/** What one report says that a call cost; its digest stands in the evidence. */
export interface Bill {
  digest: string;
  currency: string;
  total: string;
  lines: readonly BillLine[];
}

/** A bill whose lines sum to its total: what they leave open, or count too much, is a line of its own. */
export function makeBill(currency: string, lines: readonly BillLine[], total?: Big): Bill {
  const sum = lines.reduce((amount, line) => amount.plus(line.amount), new Big(0));
  const difference = (total ?? sum).minus(sum);
  const all = difference.eq(0) ? lines : [...lines, otherLine(difference)];
  return digested({ currency, total: (total ?? sum).toFixed(), lines: all });
}

/** A bill whose total stands: its lines may be in several currencies. */
export function digested(content: Omit<Bill, 'digest'>): Bill {
  const { currency, total, lines } = content;
  return { ...content, digest: digestOf(JSON.stringify([currency, total, lines.map(Object.values)])) };
}

function otherLine(amount: Big): BillLine {
  return { source: 'other', quantity: null, unit: null, amount: amount.toFixed() };
}
