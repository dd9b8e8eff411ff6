import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { authorInput, authorOf } from '../author.js';
import { postInput, publish, publishedSchema } from '../publish.js';

const altText = z.string().max(4086).optional().describe('For those who cannot see it');
const pollDurations = { 1: 'ONE_DAY', 3: 'THREE_DAYS', 7: 'SEVEN_DAYS', 14: 'FOURTEEN_DAYS' } as const;

const contentInput = {
  media: z
    .object({
      urn: z.string().regex(/^urn:li:(image|video|document):\S+$/),
      title: z.string().max(400).optional().describe('Shown with a video or a document'),
      altText,
    })
    .optional()
    .describe('One image, video or document of upload_asset'),
  images: z
    .array(z.object({ urn: z.string().regex(/^urn:li:image:\S+$/), altText }))
    .min(2)
    .max(20)
    .optional()
    .describe('Several images of upload_asset'),
  poll: z
    .object({
      question: z.string().min(1).max(140),
      options: z.array(z.string().min(1).max(30)).min(2).max(4),
      days: z.literal([1, 3, 7, 14]).default(7),
    })
    .optional(),
};

const input = z
  .object({ ...authorInput, ...postInput, ...contentInput })
  .refine(({ media, images, poll }) => [media, images, poll].filter(Boolean).length <= 1, {
    path: ['media'],
    message:
      'A post has one of media, images and poll. | Un post contient soit un média, soit des images, soit un sondage.',
  })
  .refine(({ text, media, images, poll }) => text.trim() !== '' || (media ?? images ?? poll) !== undefined, {
    path: ['text'],
    message: 'Give a text or something to show. | Donnez un texte ou quelque chose à montrer.',
  });

export const createPost = defineAction({
  key: 'create_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a post at once, as the member or as a page: text, image, images, video, document or poll. LinkedIn cannot schedule, refuses the same text twice, and shows neither the number of views of a member’s post nor the post itself by its API. For a link use share_article.',
    fr: 'Publie un post tout de suite, au nom du membre ou d’une page : texte, image, images, vidéo, document ou sondage. LinkedIn ne sait pas programmer, refuse deux fois le même texte et ne rend par son API ni les vues d’un post de membre ni le post lui-même. Pour un lien, utilisez share_article.',
  },
  input,
  output: publishedSchema,
  async run(client, { media, images, poll, ...post }) {
    const author = await authorOf(client, post);
    return publish(client, { ...post, author, content: contentOf({ media, images, poll }) });
  },
});

function contentOf({ media, images, poll }: Pick<z.output<typeof input>, 'media' | 'images' | 'poll'>) {
  if (media) return { media: { id: media.urn, title: media.title, altText: media.altText } };
  if (images) return { multiImage: { images: images.map((image) => ({ id: image.urn, altText: image.altText })) } };
  if (!poll) return undefined;
  const { question, options, days } = poll;
  return {
    poll: { question, options: options.map((text) => ({ text })), settings: { duration: pollDurations[days] } },
  };
}
