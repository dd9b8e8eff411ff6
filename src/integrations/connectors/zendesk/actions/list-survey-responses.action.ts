import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorPage, nextAfter, pageCursor } from '../page.js';

const responseSchema = z.object({
  id: z.string(),
  responder_id: z.number().nullish(),
  subjects: z
    .array(z.object({ type: z.string().nullish(), id: z.string().nullish() }))
    .nullish()
    .describe('The tickets that were rated'),
  answers: z
    .array(
      z.object({
        type: z.string().nullish().describe('rating_scale, closed_ended, open_ended or skipped'),
        rating: z.number().nullish(),
        rating_category: z.string().nullish().describe('good or bad'),
        value: z.string().nullish().describe('What the customer wrote'),
        created_at: z.string().nullish(),
      }),
    )
    .nullish(),
});

const responsesReply = cursorPage.extend({ survey_responses: z.array(responseSchema) });

export const listSurveyResponses = defineAction({
  key: 'list_survey_responses',
  effect: 'READ',
  description: {
    en: 'Lists answers to the newer satisfaction surveys, the latest first. Needs an administrator and Support Professional or Suite Growth and above; for the old ratings use list_satisfaction_ratings.',
    fr: 'Liste les réponses aux nouvelles enquêtes de satisfaction, les plus récentes d’abord. Exige un administrateur et Support Professional ou Suite Growth et plus ; pour les anciennes évaluations, utilisez list_satisfaction_ratings.',
  },
  input: z.object({
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    ticketIds: z.array(z.int().positive()).min(1).max(50).optional(),
    limit: z.int().min(1).max(100).default(25),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(responseSchema), nextCursor: z.string().nullable() }),
  async run(client, { from, until, ticketIds, limit, cursor }) {
    const page = await client.get('/guide/survey_responses', {
      query: {
        'filter[created_at_start]': milliseconds(from),
        'filter[created_at_end]': milliseconds(until),
        'filter[subject_zrns]': ticketIds?.map((id) => `zen:ticket:${id}`).join(','),
        'page[size]': limit,
        'page[after]': cursor,
        sort: '-id',
      },
      reply: responsesReply,
    });
    return { items: page.survey_responses, nextCursor: nextAfter(page) };
  },
});

function milliseconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
