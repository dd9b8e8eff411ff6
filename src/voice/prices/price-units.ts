/** In what usage is measured: seconds of a connection, tokens, characters, or pieces. */
export type Measure = 'seconds' | 'tokens' | 'characters' | 'months';

export interface PriceUnit {
  measure: Measure;
  /** How much of its measure one unit is. */
  size: number;
  /** A unit that has begun is charged whole. */
  begun: boolean;
}

/** What a price may be for, by the name that clients give. */
export const priceUnits = {
  second: { measure: 'seconds', size: 1, begun: true },
  '15 seconds': { measure: 'seconds', size: 15, begun: true },
  minute: { measure: 'seconds', size: 60, begun: true },
  '1k tokens': { measure: 'tokens', size: 1_000, begun: false },
  '1M tokens': { measure: 'tokens', size: 1_000_000, begun: false },
  '100 characters': { measure: 'characters', size: 100, begun: true },
  '1k characters': { measure: 'characters', size: 1_000, begun: false },
  '1M characters': { measure: 'characters', size: 1_000_000, begun: false },
  month: { measure: 'months', size: 1, begun: true },
} as const satisfies Readonly<Record<string, PriceUnit>>;

export type UnitName = keyof typeof priceUnits;

export function isUnitName(name: string): name is UnitName {
  return Object.hasOwn(priceUnits, name);
}

/** The units in which what is so measured can be priced. */
export function unitsOf(measure: Measure): string[] {
  return Object.entries(priceUnits)
    .filter(([, unit]) => unit.measure === measure)
    .map(([name]) => name);
}
