import { z } from 'zod';
import { HttpFailure, type HttpQuery } from '../../../kernel/http/index.js';
import type { PageClient } from './page-client.js';

const insightSchema = z.object({
  name: z.string(),
  period: z.string().nullish(),
  title: z.string().nullish(),
  values: z
    .array(
      z.object({
        value: z.union([z.number(), z.record(z.string(), z.number())]).nullish(),
        end_time: z.string().nullish(),
      }),
    )
    .nullish(),
});

export const insightsOutput = z.object({
  items: z.array(insightSchema),
  unavailable: z.array(z.string()).describe('Metrics that Facebook does not tell for it, or no longer'),
});

const insightsReply = z.object({ data: z.array(insightSchema) });

interface InsightsRequest {
  metrics: readonly string[];
  base?: string;
  query?: HttpQuery;
}

/** One metric that Meta has switched off fails the whole request; then each is asked for by itself. */
export async function readInsights(
  page: PageClient,
  path: string,
  { metrics, base, query }: InsightsRequest,
): Promise<z.output<typeof insightsOutput>> {
  const ask = async (names: readonly string[]) => {
    const all = { ...query, metric: names.join(',') };
    return (await page.get(path, { base, query: all, reply: insightsReply })).data;
  };
  const together = await orRefusal(ask(metrics));
  if (!(together instanceof HttpFailure)) return { items: together, unavailable: [] };
  if (metrics.length === 1) throw together;
  const found: z.output<typeof insightsOutput> = { items: [], unavailable: [] };
  for (const metric of metrics) {
    const alone = await orRefusal(ask([metric]));
    if (alone instanceof HttpFailure) found.unavailable.push(metric);
    else found.items.push(...alone);
  }
  // Then it is not the metrics that are at fault.
  if (found.unavailable.length === metrics.length) throw together;
  return found;
}

async function orRefusal<T>(asked: Promise<T>): Promise<T | HttpFailure> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpFailure && error.kind === 'invalid_input') return error;
    throw error;
  }
}
