import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { authorInput, authorOf } from '../author.js';
import { postInput, publish, publishedSchema } from '../publish.js';

export const shareArticle = defineAction({
  key: 'share_article',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes an article post at once: a text with a link to an article on the web, its title, description and picture. LinkedIn does not read the page, so give them. Articles and newsletters on LinkedIn itself cannot be written by its API; a PDF by create_post comes nearest.',
    fr: 'Publie tout de suite un post d’article : un texte avec un lien vers un article du web, son titre, sa description et son image. LinkedIn ne lit pas la page : donnez-les. Les articles et newsletters de LinkedIn même ne peuvent pas être écrits par son API ; un PDF par create_post s’en approche le plus.',
  },
  input: z.object({
    ...authorInput,
    ...postInput,
    url: z.url({ protocol: /^https?$/ }),
    title: z.string().min(1).max(400),
    description: z.string().max(4000).optional(),
    thumbnailUrn: z
      .string()
      .regex(/^urn:li:image:\S+$/)
      .optional()
      .describe('An image of upload_asset; without it the post has no picture'),
  }),
  output: publishedSchema,
  async run(client, { url, title, description, thumbnailUrn, ...post }) {
    const author = await authorOf(client, post);
    const content = { article: { source: url, title, description, thumbnail: thumbnailUrn } };
    return publish(client, { ...post, author, content });
  },
});
