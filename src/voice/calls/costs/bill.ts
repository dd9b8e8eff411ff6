import { Big } from 'big.js';
import { digestOf } from '../merge/transcript.js';

/** One line of what a call cost, in the currency in which it was charged. Amounts are exact decimals as text. */
export interface BillLine {
  /** What was used: `transport`, `transcriber`, `model`, `voice`, `vapi`, `analysis`, …, `other`. */
  source: string;
  quantity: string | null;
  unit: 'minute' | 'token' | 'character' | null;
  amount: string;
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
  const content = { currency, total: (total ?? sum).toFixed(), lines: all };
  return { ...content, digest: digestOf(JSON.stringify([currency, content.total, all.map(Object.values)])) };
}

function otherLine(amount: Big): BillLine {
  return { source: 'other', quantity: null, unit: null, amount: amount.toFixed() };
}
