import type { SealBinding } from './seal-binding.js';

/** What a row tells of itself for its binding: the columns that its declaration names, as text. */
export type SealedRow = Readonly<Record<string, string | null>>;

/** A column with sealed values, and what these are bound to. */
export interface SealedColumn {
  table: string;
  column: string;
  /** The column that names the row; unique in the table. */
  key: string;
  /** `text`: one sealed value, or null. `map`: a JSON object whose entries have theirs in `sealed`. */
  shape: 'text' | 'map';
  /** Columns that the binding needs. */
  needs: readonly string[];
  /** @param entry The name of the entry, in a map. */
  binding(row: SealedRow, entry: string): SealBinding;
}

const declared = new Map<string, SealedColumn>();

/**
 * Declares where sealed values stand, in `<module>.sealed.ts`. The rotation of keys reads nothing else, and a test fails for
 * a column with sealed values that nobody has declared.
 */
export function defineSealedColumn(column: SealedColumn): void {
  const name = `${column.table}.${column.column}`;
  if (declared.has(name)) throw new Error(`The sealed column "${name}" is declared twice.`);
  declared.set(name, column);
}

/** All declared columns, in order of name. */
export function sealedColumns(): SealedColumn[] {
  return [...declared.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column);
}
