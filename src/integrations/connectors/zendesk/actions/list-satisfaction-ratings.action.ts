import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorPage, nextAfter, pageCursor } from '../page.js';

const ratingSchema = z.object({
  id: z.int(),
  score: z.string().nullish().describe('offered, unoffered, good or bad'),
  comment: z.string().nullish(),
  reason: z.string().nullish(),
  ticket_id: z.number().nullish(),
  assignee_id: z.number().nullish(),
  group_id: z.number().nullish(),
  created_at: z.string().nullish(),
});

const ratingsReply = cursorPage.extend({ satisfaction_ratings: z.array(ratingSchema) });

export const listSatisfactionRatings = defineAction({
  key: 'list_satisfaction_ratings',
  effect: 'READ',
  description: {
    en: 'Lists good and bad ratings of tickets with their comments. For accounts that use the old ratings; with the newer surveys it is empty: use list_survey_responses.',
    fr: 'Liste les bonnes et mauvaises évaluations de tickets avec leurs commentaires. Pour les comptes qui utilisent les anciennes évaluations ; avec les nouvelles enquêtes elle est vide : utilisez list_survey_responses.',
  },
  input: z.object({
    score: z
      .enum(['received', 'received_with_comment', 'good', 'good_with_comment', 'bad', 'bad_with_comment', 'offered'])
      .default('received'),
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    limit: z.int().min(1).max(100).default(25),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(ratingSchema), nextCursor: z.string().nullable() }),
  async run(client, { score, from, until, limit, cursor }) {
    const page = await client.get('/satisfaction_ratings', {
      query: {
        score,
        start_time: unixSeconds(from),
        end_time: unixSeconds(until),
        'page[size]': limit,
        'page[after]': cursor,
      },
      reply: ratingsReply,
    });
    return { items: page.satisfaction_ratings, nextCursor: nextAfter(page) };
  },
});

function unixSeconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Math.floor(Date.parse(time) / 1000);
}
