import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { conversationSchema } from '../conversation.js';
import { cursorPages, nextAfter, searchBody } from '../search.js';
import { summaryOf } from '../statistics.js';
import { unixSeconds } from '../unix-time.js';

const pageSize = 150;
const mostPages = 4;

const found = cursorPages.extend({ conversations: z.array(conversationSchema) });

export const getConversationStatistics = defineAction({
  key: 'get_conversation_statistics',
  effect: 'READ',
  description: {
    en: 'Sums up the conversations that began in a period: how soon they were answered and closed, how often reopened, how rated. Looks at 600 at most, in up to four requests: sampled below total means that it is a part. For exact figures use get_conversation_report.',
    fr: 'Résume les conversations commencées sur une période : délais de réponse et de fermeture, réouvertures, évaluations. En examine 600 au plus, en quatre requêtes au plus : si sampled est inférieur à total, c’est une partie. Pour des chiffres exacts, utilisez get_conversation_report.',
  },
  input: z.object({
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    teamId: z.int().positive().optional().describe('Only of this team'),
  }),
  output: z.object({
    total: z.int().nullable(),
    sampled: z.int(),
    medianSecondsToFirstReply: z.number().nullable().describe('Without time outside office hours'),
    medianSecondsToClose: z.number().nullable(),
    medianHandlingSeconds: z.number().nullable(),
    reopened: z.int(),
    withAiAgent: z.int(),
    ratings: z.int(),
    averageRating: z.number().nullable().describe('1 to 5'),
  }),
  async run(client, { from, until, teamId }) {
    const filters = [
      { field: 'created_at', operator: '>', value: unixSeconds(from) },
      { field: 'created_at', operator: '<', value: unixSeconds(until) },
      ...(teamId === undefined ? [] : [{ field: 'team_assignee_id', operator: '=', value: teamId }]),
    ];
    const conversations: z.output<typeof conversationSchema>[] = [];
    let total: number | null = null;
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const json = searchBody({ match: 'AND', filters, limit: pageSize, cursor });
      const reply = await client.post('/conversations/search', { json, readOnly: true, reply: found });
      conversations.push(...reply.conversations);
      total ??= reply.total_count ?? null;
      cursor = nextAfter(reply) ?? undefined;
      if (cursor === undefined) break;
    }
    return { total, sampled: conversations.length, ...summaryOf(conversations) };
  },
});
