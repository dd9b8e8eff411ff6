import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput, cursorPage } from '../../../families/meta/cursor-page.js';
import { mediaFields, mediaSchema } from '../media.js';

export const listMedia = defineAction({
  key: 'list_media',
  effect: 'READ',
  description: {
    en: 'Lists the account’s posts and reels, the newest first, with likes and comments. Stories are listed by list_stories; views and reach are read by get_media_insights.',
    fr: 'Liste les publications et reels du compte, les plus récents d’abord, avec leurs likes et commentaires. Les stories se lisent par list_stories, les vues et la portée par get_media_insights.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(25), cursor: cursorInput }),
  output: z.object({ items: z.array(mediaSchema), nextCursor: z.string().nullable() }),
  run: (client, { limit, cursor }) =>
    client.get('/media', {
      base: 'account',
      query: { fields: mediaFields, limit, after: cursor },
      reply: cursorPage(mediaSchema),
    }),
});
