import { z } from 'zod';
import { ReplyRefused, textReply, type HttpQuery } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { csvRows } from './csv-rows.js';
import { headersOf, type ColumnCode } from './columns.js';

/** Version 3 knows a key in the query only. https://developer.semrush.com/api/v3/get-started/authorization/ */
export function v3Key(client: VendorClient): HttpQuery {
  return { key: client.secret('apiKeyV3') };
}

/** "No results found": https://developer.semrush.com/api/v3/seo/overview/ */
const nothingFound = /^ERROR 50\b/;

/** Which of a report's columns become which members of a row; the first one has to be there. */
export type Columns<S extends z.ZodObject> = Readonly<Record<keyof S['shape'] & string, ColumnCode>>;

interface Report<S extends z.ZodObject> {
  type: string;
  columns: Columns<S>;
  row: S;
  query: HttpQuery;
}

/** One report of version 3, whose rows come as CSV and are billed one by one. */
export async function reportRows<S extends z.ZodObject>(
  client: VendorClient,
  { type, columns, row, query }: Report<S>,
): Promise<z.output<S>[]> {
  const codes: ColumnCode[] = Object.values(columns);
  const table = await reportTable(client, { ...query, type, export_columns: codes.join(',') });
  const [header = [], ...lines] = table;
  if (header.length === 0) return [];
  const places = Object.entries<ColumnCode>(columns).map(([name, code]): [string, number] => [
    name,
    header.findIndex((title) => headersOf[code].includes(title)),
  ]);
  if (places[0]?.[1] === -1) throw notUnderstood('the first column is missing');
  const rows = z
    .array(row)
    .safeParse(lines.map((line) => Object.fromEntries(places.map(([name, place]) => [name, valueOf(line[place])]))));
  if (!rows.success) throw notUnderstood('a row is not as it should be');
  return rows.data;
}

/** The header and the rows of a report as they are; nothing at all where there are no results. */
export async function reportTable(client: VendorClient, query: HttpQuery): Promise<string[][]> {
  const text = await client.get('/', { query: { ...query, ...v3Key(client), export_escape: 1 }, reply: textReply });
  return nothingFound.test(text.trim()) ? [] : csvRows(text);
}

export function notUnderstood(fault: string): ReplyRefused {
  const facts = { target: 'semrush', method: 'GET', url: 'https://api.semrush.com/', attempts: 1, fault };
  return new ReplyRefused('REPLY_NOT_UNDERSTOOD', facts);
}

/** Pages are counted from the beginning: the limit has to contain the offset. */
export function pageQuery(limit: number, cursor = '0'): HttpQuery {
  const offset = Number(cursor);
  return { display_limit: offset + limit, ...(offset > 0 && { display_offset: offset }) };
}

export function nextCursorOf(items: readonly unknown[], limit: number, cursor = '0'): string | null {
  return items.length === limit ? String(Number(cursor) + limit) : null;
}

function valueOf(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
