import { z } from 'zod';
import type { HttpQuery } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

export const unitsUsed = z.number().nullable().describe('API units that the requests cost');

interface Report<T> {
  body: T;
  unitsUsed: number | null;
}

export async function report<T>(
  client: VendorClient,
  path: string,
  { query, reply }: { query: HttpQuery; reply: z.ZodType<T> },
): Promise<Report<T>> {
  const { body, headers } = await client.call('GET', path, { query, reply });
  const units = Number.parseInt(
    headers['x-api-units-cost-total-actual'] ?? headers['x-api-units-cost-total'] ?? '',
    10,
  );
  return { body, unitsUsed: Number.isNaN(units) ? null : units };
}

/** What several reports cost together, as far as Ahrefs told. */
export function unitsOf(...reports: readonly (Report<unknown> | null)[]): number | null {
  const units = reports.map((each) => each?.unitsUsed).filter((each) => typeof each === 'number');
  return units.length > 0 ? units.reduce((sum, each) => sum + each) : null;
}

/** The columns to ask for are those that are read. */
export function columnsOf(...rows: z.ZodObject[]): string {
  return rows.flatMap(({ shape }) => Object.keys(shape)).join(',');
}

export function today(client: VendorClient): string {
  return client.now().toISOString().slice(0, 10);
}

type Condition = readonly [field: string, operator: 'eq' | 'gte' | 'lte' | 'substring', value: unknown];

/** https://docs.ahrefs.com/api/docs/filter-syntax, of the conditions that have a value. */
export function where(...conditions: readonly Condition[]): string | undefined {
  const filters = conditions.filter(([, , value]) => value !== undefined).map(([field, ...is]) => ({ field, is }));
  return filters.length > 0 ? JSON.stringify({ and: filters }) : undefined;
}
