import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { conversationSchema } from '../conversation.js';
import { cursorPages, filters, nextAfter, searchBody, searchInput } from '../search.js';

const found = cursorPages.extend({ conversations: z.array(conversationSchema) });

export const searchConversations = defineAction({
  key: 'search_conversations',
  effect: 'READ',
  description: {
    en: 'Finds conversations by up to 15 filters. The first message and the figures of each are returned, the other messages are not. Changes are found after some seconds to minutes.',
    fr: 'Cherche des conversations par 15 filtres au plus. Le premier message et les chiffres de chacune sont renvoyés, pas les autres messages. Les changements se trouvent après quelques secondes à minutes.',
  },
  input: z.object({
    filters: filters(
      'Fields: state (open, closed, snoozed), open, created_at, updated_at, waiting_since (Unix seconds, > and < only), admin_assignee_id, team_assignee_id, contact_ids, source.body, source.author.email, tag_ids, priority, conversation_rating.score, statistics.time_to_admin_reply and more',
    ),
    ...searchInput,
    limit: z.int().min(1).max(150).default(20),
  }),
  output: z.object({
    items: z.array(conversationSchema),
    total: z.int().nullable(),
    nextCursor: z.string().nullable(),
  }),
  async run(client, input) {
    const page = await client.post('/conversations/search', { json: searchBody(input), readOnly: true, reply: found });
    return { items: page.conversations, total: page.total_count ?? null, nextCursor: nextAfter(page) };
  },
});
