import { Big } from 'big.js';
import type { BillLine } from '../calls/costs/bill.js';
import { priceAt, type Price } from './price.js';
import { priceUnits, type Measure, type UnitName } from './price-units.js';
import { familyOf, pricedBy, type ItemFamily } from './priced-items.js';

/** Something that was used once: a leg of a call, one listening, one request to a model. What is rounded up is rounded by it. */
export interface Usage {
  /** By which it is priced: `twilio.voice.inbound`, `model.gpt-4.1.input`, … */
  item: string;
  /** Seconds, tokens or characters, by the item. */
  quantity: number;
  /** What the vendor itself says that it cost, once it does. */
  charged?: { amount: string; currency: string };
}

/** A usage with what it costs, in the currency of its price. */
export interface PricedUsage {
  item: string;
  source: ItemFamily['source'];
  quantity: Big;
  unit: BillLine['unit'];
  amount: Big;
  currency: string;
  /** Whether it follows from the list of prices, and not from what was charged. */
  estimated: boolean;
}

/** @returns null where no price counts at that moment. */
export function priceUsage(usage: Usage, prices: readonly Price[], at: Date): PricedUsage | null {
  const { item, quantity, charged } = usage;
  const family = familyOf(item);
  if (!family) return null;
  const { source, measure } = family;
  if (charged) {
    const amount = new Big(charged.amount);
    return {
      ...{ item, source, amount, currency: charged.currency, estimated: false },
      ...counted(chargedBy[measure], quantity),
    };
  }
  const price = pricedBy(item)
    .map((name) => priceAt(prices, name, at))
    .find((found) => found !== undefined);
  if (!price || priceUnits[price.unit].measure !== measure) return null;
  const amount = unitsIn(price.unit, quantity).times(price.price);
  return { item, source, amount, currency: price.currency, estimated: true, ...counted(price.unit, quantity) };
}

const chargedBy: Readonly<Record<Measure, UnitName>> = {
  seconds: 'minute',
  tokens: '1M tokens',
  characters: '1k characters',
  months: 'month',
};

function unitsIn(name: UnitName, quantity: number): Big {
  const { size, begun } = priceUnits[name];
  const units = new Big(quantity).div(size);
  return begun ? units.round(0, Big.roundUp) : units;
}

/** As a line of the bill counts it: units that were begun, else every single token or character. */
function counted(name: UnitName, quantity: number): Pick<PricedUsage, 'quantity' | 'unit'> {
  const unit = lineUnits[name];
  return { unit, quantity: priceUnits[name].begun ? unitsIn(name, quantity) : new Big(quantity) };
}

const lineUnits: Readonly<Record<UnitName, BillLine['unit']>> = {
  second: 'second',
  '15 seconds': '15 seconds',
  minute: 'minute',
  '1k tokens': 'token',
  '1M tokens': 'token',
  '100 characters': '100 characters',
  '1k characters': 'character',
  '1M characters': 'character',
  month: 'month',
};
