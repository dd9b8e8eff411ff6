import 'reflect-metadata';
import { Client } from 'pg';
import '../../src/app.module.js';
import { personalTables } from '../../src/kernel/database/index.js';
import '../../src/worker.module.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: Client;
let columns: Column[];

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

/** Types that can hold something about a person; numbers, moments, ids and booleans cannot say who somebody is. */
const speakingTypes = new Set([
  'text',
  'varchar',
  'bpchar',
  'json',
  'jsonb',
  'bytea',
  'tsvector',
  'xml',
  '_text',
  '_jsonb',
]);

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Column>(
    `SELECT table_name AS table, column_name AS column, udt_name AS type, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, ordinal_position`,
  );
  columns = rows;
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

function columnOf(table: string, name: string): Column | undefined {
  return columns.find((column) => column.table === table && column.column === name);
}

describe('the registry of personal data', () => {
  it('has looked at every column that can hold something about a person', () => {
    const tables = new Map(personalTables().map((table) => [table.table, table]));
    const forgotten = columns
      .filter(({ type }) => speakingTypes.has(type))
      .filter(({ table, column }) => {
        const declared = tables.get(table);
        return !declared || !(column in declared.columns || declared.notPersonal.includes(column));
      });
    expect(forgotten.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });

  it('names columns that exist, each as one or the other', () => {
    const faults = personalTables().flatMap(({ table, columns: personal, notPersonal }) =>
      [...Object.keys(personal), ...notPersonal]
        .filter((name, index, all) => !columnOf(table, name) || all.indexOf(name) !== index)
        .map((name) => `${table}.${name}`),
    );
    expect(faults).toEqual([]);
  });

  it('erases every column to something that it can hold', () => {
    const faults = personalTables().flatMap(({ table, columns: personal }) =>
      Object.entries(personal)
        .filter(([name, erasure]) => {
          const column = columnOf(table, name);
          if (erasure === 'null') return column?.nullable !== true;
          if (erasure === 'empty' || erasure === 'redact') return column?.type !== 'text';
          return column?.type !== 'jsonb';
        })
        .map(([name]) => `${table}.${name}`),
    );
    expect(faults).toEqual([]);
  });

  it('keeps nothing beyond its time: every table with delete_after has a retention', () => {
    const dated = columns.filter(({ column }) => column === 'delete_after').map(({ table }) => table);
    const retained = personalTables()
      .filter(({ retention }) => retention)
      .map(({ table }) => table);
    expect(retained.sort()).toEqual(dated.sort());
  });

  it('finds contacts by conditions that PostgreSQL understands', async () => {
    for (const { table, contactRows } of personalTables()) {
      if (contactRows === undefined) continue;
      await client.query(`PREPARE look AS SELECT FROM "${table}" WHERE workspace_id IS NOT NULL AND (${contactRows})`);
      await client.query('DEALLOCATE look');
    }
  });
});
