import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { mediaUrl } from '../post-input.js';
import { createContainer, publishedOutput, publishWhenReady } from '../publish.js';

export const publishStory = defineAction({
  key: 'publish_story',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes one story, a picture or a video, visible for 24 hours. Stories made this way have no caption, link or sticker. A video may need publish_container afterwards, as with publish_video.',
    fr: 'Publie une story, image ou vidéo, visible 24 heures. Une story créée ainsi n’a ni légende, ni lien, ni sticker. Une vidéo peut demander publish_container ensuite, comme pour publish_video.',
  },
  input: z
    .object({
      imageUrl: mediaUrl.optional().describe('Public https address of a JPEG, at most 8 MB'),
      videoUrl: mediaUrl.optional().describe('Public https address of an MP4 or MOV of 3 to 60 seconds'),
    })
    .refine(({ imageUrl, videoUrl }) => (imageUrl === undefined) !== (videoUrl === undefined), {
      error: 'Give imageUrl or videoUrl, one of them. | Donnez imageUrl ou videoUrl, un seul des deux.',
    }),
  output: publishedOutput,
  async run(client, { imageUrl, videoUrl }) {
    const story = { media_type: 'STORIES', image_url: imageUrl, video_url: videoUrl } as const;
    return publishWhenReady(client, await createContainer(client, story));
  },
});
