import { z } from 'zod';
import { InvalidInput } from '../../../../kernel/errors/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { answer, jsonText } from '../api.js';

const count = z.int().nullish();
const totals = { followers_count: count, videos_count: count, total_likes: count };
const daily = {
  followers_count: count,
  daily_new_followers: count,
  daily_lost_followers: count,
  video_views: count,
  unique_video_views: count,
  engaged_audience: count,
  profile_views: count,
  bio_link_clicks: count,
  likes: count,
  comments: count,
  shares: count,
};
const performanceSchema = z.object({
  username: z.string().nullish(),
  ...totals,
  metrics: z
    .array(z.object({ date: z.string(), ...daily }))
    .nullish()
    .describe('One for each day, UTC'),
});
const fields = ['username', ...new Set([...Object.keys(totals), ...Object.keys(daily)])];

const lookBackDays = 60;
const dayMs = 86_400_000;

export const getAccountPerformance = defineAction({
  key: 'get_account_performance',
  effect: 'READ',
  description: {
    en: 'Reads the TikTok account’s numbers: followers, videos and likes in all, and by day views, reach, profile visits, likes, comments, shares and followers won and lost. At most the last 60 days; the last one or two are not there yet. Personal accounts tell nothing by day; profile_views and clicks need a registered Business Account.',
    fr: 'Lit les chiffres du compte TikTok : abonnés, vidéos et likes au total et, par jour, vues, portée, visites du profil, likes, commentaires, partages, abonnés gagnés et perdus. Au plus les 60 derniers jours ; un ou deux jours de retard. Un compte personnel ne donne rien par jour ; profile_views et les clics demandent un compte professionnel enregistré.',
  },
  input: z.object({
    startDate: z.iso.date().optional().describe('UTC, within the last 60 days; the last 7 days without it'),
    endDate: z.iso.date().optional().describe('UTC; yesterday without it'),
  }),
  output: performanceSchema,
  async run(client, { startDate, endDate }) {
    if (startDate !== undefined) assertWithinReach(client, startDate);
    return client.get('/business/get/', {
      query: { fields: jsonText(fields), start_date: startDate, end_date: endDate },
      reply: answer(performanceSchema),
    });
  },
});

function assertWithinReach(client: VendorClient, startDate: string): void {
  if (client.now().getTime() - Date.parse(startDate) <= (lookBackDays + 1) * dayMs) return;
  const message = {
    en: 'TikTok tells the last 60 days only. Begin later.',
    fr: 'TikTok ne donne que les 60 derniers jours. Commencez plus tard.',
  };
  throw new InvalidInput('INTEGRATIONS.TIKTOK_TOO_LONG_AGO', message, [{ path: 'startDate', message }]);
}
