import { Big } from 'big.js';
import type { EuroRates } from '../calls/costs/exchange-rates.js';
import type { Price } from './price.js';
import { isUnitName, priceUnits, unitsOf } from './price-units.js';
import { familyOf } from './priced-items.js';
import {
  priceCurrencyUnknown,
  priceDateOutOfRange,
  priceItemUnknown,
  priceOutOfRange,
  priceUnitUnknown,
} from './prices.errors.js';

/** A price as somebody enters it. */
export interface PriceInput {
  item: string;
  unit: string;
  price: string;
  currency: string;
  /** Now, where it is left out. */
  validFrom?: Date | null | undefined;
}

const most = '10000';
const yearMs = 366 * 24 * 60 * 60_000;

/**
 * A price that usage can be billed by.
 *
 * @throws InvalidInput that says which part is none, and what may stand there.
 */
export function readPrice(input: PriceInput, { now, rates }: { now: Date; rates: EuroRates }): Omit<Price, 'shared'> {
  const item = input.item.trim();
  const family = familyOf(item);
  if (!family) throw priceItemUnknown();
  const unit = input.unit.trim();
  if (!isUnitName(unit) || priceUnits[unit].measure !== family.measure) throw priceUnitUnknown(unitsOf(family.measure));
  const price = new Big(input.price);
  if (price.lt(0) || price.gt(most) || !price.round(10).eq(price)) throw priceOutOfRange(most);
  const currency = input.currency.trim().toUpperCase();
  if (!rates.has(currency)) throw priceCurrencyUnknown([...rates.keys()]);
  const validFrom = input.validFrom ?? now;
  if (Math.abs(validFrom.getTime() - now.getTime()) > 5 * yearMs) throw priceDateOutOfRange();
  return { item, unit, price: price.toFixed(), currency, validFrom };
}
