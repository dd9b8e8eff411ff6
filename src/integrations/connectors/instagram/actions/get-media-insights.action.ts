import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { insightsOutput, insightsReply } from '../insight.js';
import { mediaIdInput } from '../media.js';

const metrics = [
  'views',
  'reach',
  'likes',
  'comments',
  'saved',
  'shares',
  'total_interactions',
  'ig_reels_avg_watch_time',
  'ig_reels_video_view_total_time',
  'navigation',
  'replies',
  'profile_visits',
  'profile_activity',
  'follows',
] as const;
const breakdowns = ['action_type', 'follow_type', 'story_navigation_action_type', 'surface_type'] as const;

export const getMediaInsights = defineAction({
  key: 'get_media_insights',
  effect: 'READ',
  description: {
    en: 'Reads the numbers of one post, reel or story. ig_reels_… are for reels, navigation and replies for stories, profile_visits, profile_activity and follows for posts and stories; one that does not fit fails the whole request. Story numbers are told for 24 hours and from five viewers on. Lag up to 48 hours; kept two years.',
    fr: 'Lit les chiffres d’une publication, d’un reel ou d’une story. ig_reels_… valent pour les reels, navigation et replies pour les stories, profile_visits, profile_activity et follows pour les publications et stories ; une métrique incompatible fait échouer toute la requête. Chiffres des stories : pendant 24 heures et à partir de cinq spectateurs. Retard jusqu’à 48 heures ; gardés deux ans.',
  },
  input: z.object({
    mediaId: mediaIdInput,
    metrics: z.array(z.enum(metrics)).min(1),
    breakdowns: z.array(z.enum(breakdowns)).min(1).optional(),
  }),
  output: insightsOutput,
  run: (client, { mediaId, metrics: wanted, breakdowns: by }) =>
    client.get(route`/${mediaId}/insights`, {
      query: { metric: wanted.join(','), breakdown: by?.join(',') },
      reply: insightsReply,
    }),
});
