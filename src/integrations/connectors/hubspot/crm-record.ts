import { z } from 'zod';

export const cursorField = z.string().optional().describe('nextCursor of the page before');

export const recordId = z
  .string()
  .regex(/^\d{1,20}$/)
  .describe('Number of the record, as text');

export const propertyName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,99}$/)
  .describe('Internal name of a property');

export const propertyValues = z
  .record(propertyName, z.union([z.string().max(65_536), z.number(), z.boolean()]))
  .describe('By internal name; an empty text clears a property, several options are joined by ;');

/** HubSpot keeps every value as a text. */
export function asTexts(values: z.output<typeof propertyValues>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

export const crmRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()).nullish(),
  createdAt: z.string().nullish(),
  updatedAt: z.string().nullish(),
  archived: z.boolean().nullish(),
  url: z.string().nullish(),
});

const paging = z.object({ next: z.object({ after: z.string().nullish() }).nullish() }).nullish();

export function listReply<S extends z.ZodType>(item: S) {
  return z.object({ total: z.int().nullish(), results: z.array(item).nullish(), paging });
}

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ total: z.int().nullish(), items: z.array(item), nextCursor: z.string().nullable() });
}

/** https://developers.hubspot.com/docs/guides/api/overview#pagination */
export function pageIn<T>(reply: {
  total?: number | null | undefined;
  results?: T[] | null | undefined;
  paging?: z.output<typeof paging>;
}) {
  const { total, results, paging: pages } = reply;
  return { total: total ?? null, items: results ?? [], nextCursor: pages?.next?.after || null };
}
