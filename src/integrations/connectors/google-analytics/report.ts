import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { filterExpression, type ReportFilter } from './filters.js';
import { propertyInput, propertyOf } from './property.js';
import { quotaSchema, reportRow, rowsOf, tableReply, totalsReply } from './report-table.js';

export const dayInput = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}|today|yesterday|\d{1,4}daysAgo)$/)
  .describe('YYYY-MM-DD, today, yesterday or 7daysAgo, in the property’s time zone; inclusive');

export const limitInput = z.int().min(1).max(10_000).default(100);
export const cursorInput = z.string().regex(/^\d+$/).optional().describe('nextCursor of the page before');

/** What every report with fixed columns asks for. */
export const reportInput = z.object({
  propertyId: propertyInput,
  startDate: dayInput.default('28daysAgo'),
  endDate: dayInput.default('yesterday'),
  limit: limitInput,
  cursor: cursorInput,
});

/** The dimensions that a report can be split by, the first of them by default. */
export function splitInput<const T extends readonly [string, ...string[]]>(dimensions: T) {
  return z.array(z.enum(dimensions)).min(1).max(3).default([dimensions[0]]);
}

export const reportOutput = z.object({
  items: z.array(reportRow),
  totals: z.array(reportRow),
  rowCount: z.int(),
  nextCursor: z.string().nullable(),
  currencyCode: z.string().nullish(),
  timeZone: z.string().nullish(),
  caveats: z
    .array(z.enum(['THRESHOLDED', 'OTHER_ROW', 'SAMPLED', 'TRUNCATED']))
    .describe('THRESHOLDED: small groups are left out. OTHER_ROW: rare values are lumped together'),
  quota: quotaSchema,
});

const metadataReply = z.object({
  currencyCode: z.string().nullish(),
  timeZone: z.string().nullish(),
  subjectToThresholding: z.boolean().nullish(),
  dataLossFromOtherRow: z.boolean().nullish(),
  samplingMetadatas: z.array(z.object({})).nullish(),
  dataTruncationReasons: z.array(z.object({})).nullish(),
});
const reportReply = tableReply.extend({
  totals: totalsReply,
  rowCount: z.int().nullish(),
  metadata: metadataReply.nullish(),
  propertyQuota: quotaSchema,
});

interface ReportQuery {
  propertyId?: string | undefined;
  dateRanges: readonly { startDate: string; endDate: string; name?: string | undefined }[];
  dimensions: readonly string[];
  metrics: readonly string[];
  dimensionFilters?: readonly ReportFilter[] | undefined;
  metricFilters?: readonly ReportFilter[] | undefined;
  orderBys?: readonly object[] | undefined;
  keepEmptyRows?: boolean | undefined;
  currencyCode?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/properties/runReport */
export async function runReport(client: VendorClient, query: ReportQuery): Promise<z.output<typeof reportOutput>> {
  const { propertyId, dimensions, metrics, dimensionFilters, metricFilters, limit, cursor = '0', ...others } = query;
  const reply = await client.post(route`/properties/${propertyOf(client, propertyId)}:runReport`, {
    json: {
      ...others,
      dimensions: dimensions.map((name) => ({ name })),
      metrics: metrics.map((name) => ({ name })),
      dimensionFilter: filterExpression(dimensionFilters),
      metricFilter: filterExpression(metricFilters),
      metricAggregations: ['TOTAL'],
      // 64-bit numbers travel as texts.
      limit: String(limit),
      offset: cursor,
      returnPropertyQuota: true,
    },
    readOnly: true,
    reply: reportReply,
  });
  const items = rowsOf(reply);
  const [rowCount, seen] = [reply.rowCount ?? items.length, Number(cursor) + items.length];
  return {
    items,
    totals: rowsOf({ ...reply, rows: reply.totals }),
    rowCount,
    nextCursor: items.length > 0 && seen < rowCount ? String(seen) : null,
    currencyCode: reply.metadata?.currencyCode,
    timeZone: reply.metadata?.timeZone,
    caveats: caveatsOf(reply.metadata),
    quota: reply.propertyQuota,
  };
}

/** The rows with the highest value of a metric first. */
export function highestFirst(metricName: string): object[] {
  return [{ metric: { metricName }, desc: true }];
}

function caveatsOf(metadata: z.output<typeof metadataReply> | null | undefined) {
  const caveats: z.output<typeof reportOutput>['caveats'] = [];
  if (metadata?.subjectToThresholding) caveats.push('THRESHOLDED');
  if (metadata?.dataLossFromOtherRow) caveats.push('OTHER_ROW');
  if (metadata?.samplingMetadatas?.length) caveats.push('SAMPLED');
  if (metadata?.dataTruncationReasons?.length) caveats.push('TRUNCATED');
  return caveats;
}
