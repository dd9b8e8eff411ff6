import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignId } from '../campaign.js';

const versions = z.object({ 'Version A': z.string().nullish(), 'Version B': z.string().nullish() }).nullish();
const result = z.object({
  winningVersion: z.string().nullish().describe('A, B, tie, pending or notAvailable'),
  winningCriteria: z.string().nullish(),
  winningSubjectLine: z.string().nullish(),
  openRate: z.string().nullish(),
  clickRate: z.string().nullish(),
  statistics: z
    .object({
      openers: versions,
      clicks: versions,
      unsubscribed: versions,
      hardBounces: versions,
      softBounces: versions,
      complaints: versions,
    })
    .nullish()
    .describe('Per cent of each version'),
});

export const getAbTestResult = defineAction({
  key: 'get_ab_test_result',
  effect: 'READ',
  description: {
    en: 'Reads how the two subjects of an A/B test did and which one won. notAvailable before it is sent, pending until the test is over.',
    fr: 'Lit les résultats des deux objets d’un test A/B et le gagnant. notAvailable avant l’envoi, pending jusqu’à la fin du test.',
  },
  input: z.object({ campaignId }),
  output: result,
  run: (client, { campaignId: id }) => client.get(route`/emailCampaigns/${id}/abTestCampaignResult`, { reply: result }),
});
