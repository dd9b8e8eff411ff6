import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextPageOf } from '../../../core/link-header.js';
import { pageCursor } from '../page.js';

const ratingSchema = z.object({
  id: z.int(),
  ticket_id: z.number().nullish(),
  agent_id: z.number().nullish(),
  group_id: z.number().nullish(),
  ratings: z
    .record(z.string(), z.number())
    .nullish()
    .describe(
      'By question; default_question is the main one. 103 extremely happy to -103 extremely unhappy, 100 neutral; classic surveys: 1 happy, 2 neutral, 3 unhappy',
    ),
  feedback: z.string().nullish(),
  created_at: z.string().nullish(),
});

export const getSatisfactionRatings = defineAction({
  key: 'get_satisfaction_ratings',
  effect: 'READ',
  description: {
    en: 'Lists what customers answered to the satisfaction survey, ticket by ticket. Empty where the account sends no survey.',
    fr: 'Liste les réponses des clients à l’enquête de satisfaction, ticket par ticket. Vide si le compte n’envoie pas d’enquête.',
  },
  input: z.object({
    createdSince: z.iso.datetime().optional(),
    limit: z.int().min(1).max(100).default(30),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(ratingSchema), nextCursor: z.string().nullable() }),
  async run(client, { createdSince, limit, cursor = '1' }) {
    const { body, headers } = await client.call('GET', '/surveys/satisfaction_ratings', {
      query: { created_since: createdSince, per_page: limit, page: cursor },
      reply: z.array(ratingSchema),
    });
    return { items: body, nextCursor: nextPageOf(headers)?.searchParams.get('page') ?? null };
  },
});
