import type { UnitName } from './price-units.js';

/** What one unit of an item costs from a moment on. */
export interface Price {
  item: string;
  unit: UnitName;
  /** Exact decimal as text. */
  price: string;
  currency: string;
  validFrom: Date;
  /** The deployment's: it counts where a workspace has set none of its own for the item. */
  shared: boolean;
}

/**
 * The price that counts for an item at a moment: the workspace's own before the deployment's, and of each the one that
 * began last.
 */
export function priceAt<P extends Pick<Price, 'item' | 'validFrom' | 'shared'>>(
  prices: readonly P[],
  item: string,
  at: Date,
): P | undefined {
  const valid = prices.filter((price) => price.item === item && price.validFrom.getTime() <= at.getTime());
  const own = valid.filter(({ shared }) => !shared);
  return latest(own) ?? latest(valid);
}

function latest<P extends Pick<Price, 'validFrom'>>(prices: readonly P[]): P | undefined {
  return prices.reduce<P | undefined>(
    (last, price) => (last && last.validFrom.getTime() >= price.validFrom.getTime() ? last : price),
    undefined,
  );
}
