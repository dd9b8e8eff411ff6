import { z } from 'zod';

export const mediaUrl = z.url({ protocol: /^https$/ });

export const captionInput = z
  .string()
  .max(2200)
  .refine((text) => count(text, /#[\p{L}\p{N}_]+/gu) <= 30, 'At most 30 hashtags. | Au plus 30 hashtags.')
  .refine((text) => count(text, /@[\w.]+/g) <= 20, 'At most 20 mentions. | Au plus 20 mentions.')
  .optional()
  .describe('At most 2,200 characters, 30 hashtags and 20 mentions');

export const collaboratorsInput = z
  .array(z.string().min(1))
  .max(3)
  .optional()
  .describe('User names of up to three accounts that are invited as co-authors');

export const locationInput = z.string().optional().describe('Id of a Facebook Page that stands for a place');

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
