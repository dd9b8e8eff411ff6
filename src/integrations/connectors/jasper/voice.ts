import { z } from 'zod';

/** What is kept of a brand voice, which the API also calls a tone. */
export const voiceSchema = z.object({
  id: z.string().nullish().describe('The toneId of other actions'),
  name: z.string(),
  value: z.string().nullish().describe('How the voice sounds'),
  updatedAt: z.string().nullish(),
});
