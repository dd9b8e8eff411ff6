import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { asPage } from '../page-client.js';

const scheduledPostSchema = z.object({
  id: z.string(),
  message: z.string().nullish(),
  created_time: z.string().nullish(),
  scheduled_publish_time: z.number().nullish().describe('Unix seconds'),
});

export const listScheduledPosts = defineAction({
  key: 'list_scheduled_posts',
  effect: 'READ',
  description: {
    en: 'Lists the posts that the Page has scheduled, whoever scheduled them.',
    fr: 'Liste les publications programmées de la Page, qui que ce soit qui les ait programmées.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(25), cursor: cursorInput }),
  output: z.object({ items: z.array(scheduledPostSchema), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const page = await asPage(client);
    return page.get('/scheduled_posts', {
      base: 'page',
      query: { fields: 'id,message,created_time,scheduled_publish_time', limit, after: cursor },
      reply: cursorPage(scheduledPostSchema),
    });
  },
});
