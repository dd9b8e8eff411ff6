import { z } from 'zod';

export const apiUrl = 'https://business-api.tiktok.com/open_api/v1.3';

/** Paths of the Accounts API, which takes the token of a TikTok account; all others take that of an ads account. */
export const accountPaths = '/open_api/v1.3/business/';

/** Every answer: https://business-api.tiktok.com/portal/docs?id=1737172488964097. Other codes than 0 are read as faults. */
export function answer<T>(data: z.ZodType<T>): z.ZodType<T> {
  return z
    .object({ data: z.unknown() })
    .transform((reply) => reply.data)
    .pipe(data);
}

/** Lists and objects in a query are JSON. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value);
}
