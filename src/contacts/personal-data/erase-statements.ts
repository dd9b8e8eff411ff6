import { personalTables, type Erasure, type PersonalTable } from '../../kernel/database/index.js';

/** What stands for each way of erasing, as SQL. */
const erased: Record<Exclude<Erasure, object>, string> = {
  null: 'NULL',
  empty: `''`,
  redact: `'…'`,
  empty_object: `'{}'`,
  empty_array: `'[]'`,
};

/** `a = NULL, b = '…'` for the personal columns of a table. */
export function blankColumns(table: PersonalTable): string {
  return Object.entries(table.columns)
    .map(([column, erasure]) => `"${column}" = ${valueOf(column, erasure)}`)
    .join(', ');
}

function valueOf(column: string, erasure: Erasure): string {
  if (typeof erasure === 'string') return erased[erasure];
  const patterns = erasure.withoutKeys.map((key) => `'${key.replace(/[\\%_]/g, String.raw`\$&`).replace('*', '%')}'`);
  return `(SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each("${column}")
    WHERE NOT key LIKE ANY (ARRAY[${patterns.join(', ')}]))`;
}

/** The tables that hold something about contacts, those first whose rows stay: the others lead to them. */
export function tablesOfContacts(): (PersonalTable & { contactRows: string })[] {
  const tables = personalTables().flatMap((table) =>
    table.contactRows === undefined ? [] : [{ ...table, contactRows: table.contactRows }],
  );
  return [
    ...tables.filter(({ erasing }) => erasing === 'blank'),
    ...tables.filter(({ erasing }) => erasing === 'delete'),
  ];
}
