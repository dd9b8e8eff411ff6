import { z } from 'zod';

const named = z.object({ name: z.string().nullish() });
const valued = z.object({ value: z.string().nullish() });
const wireRows = z
  .array(
    z.object({
      dimensionValues: z.array(valued).nullish(),
      metricValues: z.array(valued).nullish(),
    }),
  )
  .nullish();

/** A table as all reports have it: names apart from values, and all values as texts. */
export const tableReply = z.object({
  dimensionHeaders: z.array(named).nullish(),
  metricHeaders: z.array(named).nullish(),
  rows: wireRows,
});
export const totalsReply = wireRows;

const quotaStatus = z.object({ consumed: z.number().nullish(), remaining: z.number().nullish() }).nullish();

/** https://developers.google.com/analytics/devguides/reporting/data/v1/quotas */
export const quotaSchema = z
  .object({
    tokensPerDay: quotaStatus,
    tokensPerHour: quotaStatus,
    tokensPerProjectPerHour: quotaStatus,
    concurrentRequests: quotaStatus,
    potentiallyThresholdedRequestsPerHour: quotaStatus,
  })
  .nullish();

export const reportRow = z.object({
  dimensions: z.record(z.string(), z.string()),
  metrics: z.record(z.string(), z.number().nullable()),
});
type ReportRow = z.output<typeof reportRow>;

type Table = z.output<typeof tableReply>;

/** Rows with their names beside their values, and metrics as numbers. */
export function rowsOf({ dimensionHeaders, metricHeaders, rows }: Table): ReportRow[] {
  const dimensions = (dimensionHeaders ?? []).map(({ name }) => name ?? '');
  const metrics = (metricHeaders ?? []).map(({ name }) => name ?? '');
  return (rows ?? []).map((row) => ({
    dimensions: Object.fromEntries(dimensions.map((name, index) => [name, row.dimensionValues?.[index]?.value ?? ''])),
    metrics: Object.fromEntries(metrics.map((name, index) => [name, numberOf(row.metricValues?.[index]?.value)])),
  }));
}

function numberOf(text: string | null | undefined): number | null {
  const value = text ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
