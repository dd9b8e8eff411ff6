import { z } from 'zod';

const number = z.union([z.number(), z.record(z.string(), z.number())]);

/** https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights#returns */
const insightSchema = z.object({
  name: z.string(),
  period: z.string().nullish(),
  title: z.string().nullish(),
  values: z.array(z.object({ value: number.nullish(), end_time: z.string().nullish() })).nullish(),
  total_value: z
    .object({
      value: number.nullish(),
      breakdowns: z
        .array(
          z.object({
            dimension_keys: z.array(z.string()).nullish(),
            results: z
              .array(z.object({ dimension_values: z.array(z.string()).nullish(), value: number.nullish() }))
              .nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

export const insightsReply = z.object({ data: z.array(insightSchema) }).transform(({ data }) => ({ items: data }));
export const insightsOutput = z.object({ items: z.array(insightSchema) });
