import { z } from 'zod';
import type { VendorClient } from '../../../core/vendor-client.js';
import { defineAction } from '../../../core/define-action.js';
import { captionInput, collaboratorsInput, locationInput, mediaUrl } from '../post-input.js';
import { createContainer, publishedOutput, publishWhenReady, type Container } from '../publish.js';

const imageInput = z.object({
  url: mediaUrl.describe('Public https address of a JPEG, at most 8 MB, between 4:5 and 1.91:1'),
  altText: z.string().max(1000).optional().describe('For people who cannot see the picture'),
  userTags: z
    .array(z.object({ username: z.string().min(1), x: z.number().min(0).max(1), y: z.number().min(0).max(1) }))
    .max(20)
    .optional()
    .describe('Tagged accounts; x and y from the left and from the top, 0 to 1'),
});

export const publishPhoto = defineAction({
  key: 'publish_photo',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a photo, or a carousel of 2 to 10 photos, publicly and at once. Instagram fetches the pictures by itself, so their addresses have to be public. Counts once towards the daily quota (get_publishing_limit). Not to be repeated after a failure before list_media was looked at.',
    fr: 'Publie une photo, ou un carrousel de 2 à 10 photos, publiquement et tout de suite. Instagram va chercher les images lui-même : leurs adresses doivent être publiques. Compte une fois dans le quota quotidien (get_publishing_limit). Après un échec, ne pas recommencer sans avoir regardé list_media.',
  },
  input: z.object({
    images: z.array(imageInput).min(1).max(10),
    caption: captionInput,
    collaborators: collaboratorsInput,
    locationId: locationInput,
  }),
  output: publishedOutput,
  async run(client, { images, caption, collaborators, locationId }) {
    const post = { caption, collaborators, location_id: locationId };
    const [only, ...others] = images.map(({ url, altText, userTags }): Container => {
      return { image_url: url, alt_text: altText, user_tags: userTags };
    });
    if (only && others.length === 0)
      return publishWhenReady(client, await createContainer(client, { ...only, ...post }));
    const children = await childrenOf(client, only ? [only, ...others] : []);
    return publishWhenReady(client, await createContainer(client, { media_type: 'CAROUSEL', children, ...post }));
  },
});

async function childrenOf(client: VendorClient, images: readonly Container[]): Promise<string[]> {
  const children: string[] = [];
  for (const image of images) children.push(await createContainer(client, { ...image, is_carousel_item: true }));
  return children;
}
