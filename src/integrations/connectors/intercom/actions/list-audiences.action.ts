import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const condition = z.object({
  attribute: z.string().nullish(),
  comparison: z.string().nullish(),
  value: z.string().nullish(),
});

const audienceSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  predicates: z.array(condition).nullish(),
  role_predicates: z.array(condition).nullish(),
});

const found = z.object({ data: z.array(audienceSchema), page: z.int().nullish(), total_pages: z.int().nullish() });

export const listAudiences = defineAction({
  key: 'list_audiences',
  effect: 'READ',
  description: {
    en: 'Lists the audiences that Fin, the AI agent, is aimed at, with their rules.',
    fr: 'Liste les audiences visées par Fin, l’agent IA, avec leurs règles.',
  },
  input: z.object({
    limit: z.int().min(1).max(50).default(50),
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .optional()
      .describe('nextCursor of the page before'),
  }),
  output: z.object({ items: z.array(audienceSchema), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor = '1' }) {
    const page = await client.get('/audiences', { query: { page: cursor, per_page: limit }, reply: found });
    const goesOn = Number(cursor) < (page.total_pages ?? 0);
    return { items: page.data, nextCursor: goesOn ? String(Number(cursor) + 1) : null };
  },
});
