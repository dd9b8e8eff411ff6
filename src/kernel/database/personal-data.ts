/**
 * What erasing does to one column:
 * - `null`: sets NULL;
 * - `empty`: the empty text, for what may be neither null nor read again;
 * - `redact`: an ellipsis, for a text that someone still sees in its place;
 * - `empty_object`, `empty_array`: `{}` or `[]`, for JSON that may not be null;
 * - `{ withoutKeys }`: takes these keys out of a JSON object and leaves the others; `*` stands for any ending.
 */
export type Erasure =
  'null' | 'empty' | 'redact' | 'empty_object' | 'empty_array' | { readonly withoutKeys: readonly string[] };

/** Where personal data stands in one table, and how the rows of a contact are found in it. */
export interface PersonalData {
  table: string;
  /** Every column that can hold something about a person, with what erasing does to it. */
  columns?: Readonly<Record<string, Erasure>>;
  /** The other text, JSON, byte and search columns: looked at, and found to hold nothing about a person. */
  notPersonal?: readonly string[];
  /**
   * An SQL condition over the table that is true for the rows about the contact whose id is `$1`. It is asked before
   * anything of that contact is erased. Left out where no row is about a contact: users, clients, settings.
   */
  contactRows?: string;
  /** `delete`: the rows themselves go, the columns are then only listed for the export. Default `blank`. */
  erasing?: 'blank' | 'delete';
  /** What happens to rows past their `delete_after`; left out where the table has no such column. */
  retention?: Retention;
}

export interface Retention {
  /** `blank` keeps the row (its key still recognises a duplicate), `delete` removes it. */
  past: 'blank' | 'delete';
  /**
   * An SQL condition over the table that has to hold besides: `delete_after` was worked out when the row was written,
   * and what it was worked out from may have changed since.
   */
  provided?: string;
  /** Rows of other tables that go with a deleted one and that no foreign key takes along. */
  alongside?: readonly { table: string; match: string }[];
}

const declared = new Map<string, PersonalData[]>();

/**
 * Declares the personal data of a table, in `<module>.personal-data.ts` beside its entity. Erasure, export and retention
 * read nothing else, and a test fails for a column that nobody has declared.
 *
 * A higher module may declare a table of a lower one again, with `contactRows` alone, when only it knows how the table's
 * rows hang together with contacts.
 *
 * @example
 * definePersonalData({
 *   table: 'call_messages',
 *   columns: { name: 'null', callback: 'null', text: 'redact' },
 *   notPersonal: ['tool_call_id'],
 *   contactRows: 'call_id IN (SELECT id FROM calls WHERE contact_id = $1)',
 * });
 */
export function definePersonalData(definition: PersonalData): void {
  const definitions = declared.get(definition.table) ?? [];
  declared.set(definition.table, [...definitions, definition]);
}

/** Everything declared about one table, by however many modules. */
export interface PersonalTable {
  table: string;
  columns: Readonly<Record<string, Erasure>>;
  notPersonal: readonly string[];
  contactRows: string | undefined;
  erasing: 'blank' | 'delete';
  retention: Retention | undefined;
}

/** All declared tables, in order of name. */
export function personalTables(): PersonalTable[] {
  return [...declared.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([table, parts]) => merge(table, parts));
}

function merge(table: string, parts: readonly PersonalData[]): PersonalTable {
  const conditions = parts.flatMap(({ contactRows }) => (contactRows === undefined ? [] : [`(${contactRows})`]));
  return {
    table,
    columns: Object.fromEntries(parts.flatMap(({ columns }) => Object.entries(columns ?? {}))),
    notPersonal: parts.flatMap(({ notPersonal }) => notPersonal ?? []),
    contactRows: conditions.length === 0 ? undefined : conditions.join(' OR '),
    erasing: parts.some(({ erasing }) => erasing === 'delete') ? 'delete' : 'blank',
    retention: parts.find(({ retention }) => retention)?.retention,
  };
}
