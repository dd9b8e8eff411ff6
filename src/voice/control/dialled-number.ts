import { NumberNotDialled } from './control.errors.js';

/**
 * What the numbers begin with that bill whoever calls them: satellites and global services of the ITU, and the premium
 * and shared-cost ranges of the countries that this product is sold in and of those that fraud likes best. Emergency and
 * other short numbers are no E.164 numbers and never come this far.
 */
const costlyPrefixes: readonly string[] = [
  ...['+870', '+878', '+881', '+882', '+883', '+888', '+979'],
  // France, also overseas.
  ...['+3381', '+3382', '+3389', '+26281', '+26289', '+59081', '+59089', '+59681', '+59689', '+59481', '+59489'],
  // Belgium, Switzerland, Luxembourg.
  ...['+3270', '+3290', '+4190', '+35290'],
  // Germany, Austria.
  ...['+49137', '+49180', '+49190', '+49900', '+43810', '+43820', '+43821', '+43900', '+43901', '+43930', '+43931'],
  // United Kingdom, Ireland.
  ...['+4470', '+4484', '+4487', '+449', '+3531512', '+3531520', '+3531530', '+3531540', '+3531550', '+353156'],
  ...['+353157', '+353158', '+353159'],
  // Spain, Portugal, Italy.
  ...['+34803', '+34806', '+34807', '+34901', '+34902', '+34905', '+34907', '+351601', '+351607', '+351760', '+351761'],
  ...['+351762', '+39144', '+39166', '+39178', '+3989'],
  // Netherlands, Denmark, Norway, Sweden, Finland, Poland.
  ...['+31900', '+31906', '+31909', '+4590', '+47820', '+47829', '+46900', '+46939', '+46944', '+358600', '+358700'],
  ...['+4870'],
  // North America, Australia, Japan.
  ...['+1900', '+1976', '+61190', '+8199'],
];

/**
 * Refuses numbers that cost whoever calls them, so that nobody can turn a workspace's telephone into money.
 *
 * @param number E.164.
 * @param path The argument that it came in.
 * @throws NumberNotDialled
 */
export function assertDialled(number: string, path: string): void {
  if (costlyPrefixes.some((prefix) => number.startsWith(prefix))) throw new NumberNotDialled(path);
}
