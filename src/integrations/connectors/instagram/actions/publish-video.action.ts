import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { captionInput, collaboratorsInput, locationInput, mediaUrl } from '../post-input.js';
import { createContainer, publishedOutput, publishWhenReady } from '../publish.js';

export const publishVideo = defineAction({
  key: 'publish_video',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a video as a reel, publicly; Instagram has no other videos any more. It waits up to two minutes for Instagram to process it: if status_code is still IN_PROGRESS then, nothing is published yet, and publish_container with container_id finishes it a few minutes later.',
    fr: 'Publie une vidéo en reel, publiquement ; Instagram n’a plus d’autres vidéos. Attend jusqu’à deux minutes qu’Instagram la traite : si status_code vaut encore IN_PROGRESS, rien n’est publié, et publish_container avec container_id termine quelques minutes plus tard.',
  },
  input: z.object({
    videoUrl: mediaUrl.describe('Public https address of an MP4 or MOV, 9:16 recommended'),
    caption: captionInput,
    coverUrl: mediaUrl.optional().describe('Public https address of a JPEG; without it thumbOffsetMs counts'),
    thumbOffsetMs: z.int().min(0).optional().describe('Which moment of the video is its cover, in milliseconds'),
    shareToFeed: z.boolean().default(true).describe('Whether it shows in the feed besides the Reels tab'),
    audioName: z.string().max(100).optional().describe('Name of the original sound; it can be set once'),
    taggedUsernames: z.array(z.string().min(1)).max(20).optional(),
    collaborators: collaboratorsInput,
    locationId: locationInput,
    trialGraduation: z
      .enum(['MANUAL', 'SS_PERFORMANCE'])
      .optional()
      .describe('Makes it a trial reel, shown to non-followers first; followers see it by hand or if it does well'),
  }),
  output: publishedOutput,
  async run(client, input) {
    const { thumbOffsetMs, taggedUsernames, trialGraduation } = input;
    const containerId = await createContainer(client, {
      media_type: 'REELS',
      video_url: input.videoUrl,
      caption: input.caption,
      cover_url: input.coverUrl,
      thumb_offset: thumbOffsetMs === undefined ? undefined : String(thumbOffsetMs),
      share_to_feed: input.shareToFeed,
      audio_name: input.audioName,
      user_tags: taggedUsernames?.map((username) => ({ username })),
      collaborators: input.collaborators,
      location_id: input.locationId,
      trial_params: trialGraduation && { graduation_strategy: trialGraduation },
    });
    return publishWhenReady(client, containerId);
  },
});
