import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { answer, jsonText } from '../api.js';
import { cursorInput, nextCursorOf, placeReply } from '../cursor-page.js';
import { videoIdInput, videoSchema } from '../video.js';

const videosReply = answer(placeReply.extend({ videos: z.array(videoSchema).nullish() }));

export const listVideosPerformance = defineAction({
  key: 'list_videos_performance',
  effect: 'READ',
  description: {
    en: 'Lists the account’s videos, the newest first, each with its numbers since it was published: views, reach, watch time, retention, sources, countries. At most 20 a page; numbers lag 24 to 48 hours and stop after a year; watch time, reach and audience are not told of videos that nobody touched for a week. Addresses of pictures end after some hours.',
    fr: 'Liste les vidéos du compte, les plus récentes d’abord, chacune avec ses chiffres depuis sa mise en ligne : vues, portée, temps de visionnage, rétention, sources, pays. 20 par page au plus ; 24 à 48 heures de retard, plus de mise à jour après un an ; temps de visionnage, portée et audience manquent pour une vidéo sans activité depuis une semaine. Les adresses des images expirent après quelques heures.',
  },
  input: z.object({
    videoIds: z.array(videoIdInput).min(1).max(20).optional().describe('Only these'),
    limit: z.int().min(1).max(20).default(10),
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(videoSchema), nextCursor: z.string().nullable() }),
  async run(client, { videoIds, limit, cursor }) {
    const { videos, ...place } = await client.get('/business/video/list/', {
      query: {
        fields: jsonText(Object.keys(videoSchema.shape)),
        filters: videoIds && jsonText({ video_ids: videoIds }),
        max_count: limit,
        cursor,
      },
      reply: videosReply,
    });
    return { items: videos ?? [], nextCursor: nextCursorOf(place) };
  },
});
