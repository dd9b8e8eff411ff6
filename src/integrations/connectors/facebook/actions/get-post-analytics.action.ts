import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { insightsOutput, readInsights } from '../insight.js';
import { asPage } from '../page-client.js';
import { postIdInput } from '../post.js';

const metrics = [
  'post_media_view',
  'post_total_media_view_unique',
  'post_clicks',
  'post_clicks_by_type',
  'post_reactions_by_type_total',
  'post_video_views',
] as const;

export const getPostAnalytics = defineAction({
  key: 'get_post_analytics',
  effect: 'READ',
  description: {
    en: 'Reads the numbers of one post since it was published: views, viewers, clicks, reactions. Metrics that Facebook does not tell for it come back under unavailable.',
    fr: 'Lit les chiffres d’une publication depuis sa mise en ligne : vues, spectateurs, clics, réactions. Les métriques que Facebook ne donne pas pour elle reviennent dans unavailable.',
  },
  input: z.object({ postId: postIdInput, metrics: z.array(z.enum(metrics)).min(1) }),
  output: insightsOutput,
  async run(client, { postId, metrics: wanted }) {
    return readInsights(await asPage(client), route`/${postId}/insights`, { metrics: wanted });
  },
});
