import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { v3Key } from '../api-v3.js';
import { chosen, projectInput } from '../inputs.js';

const campaignSchema = z.object({
  id: z.string(),
  url: z.string().nullish(),
  type: z.string().nullish(),
  engine: z.string().nullish(),
  location: z.object({ name: z.string().nullish() }).nullish(),
  language: z.string().nullish(),
  device: z.string().nullish(),
  keywords_count: z.number().nullish(),
  isGathering: z.boolean().nullish(),
});
const campaignsReply = z.object({ campaigns: z.array(campaignSchema).nullish() });

export const listTrackingCampaigns = defineAction({
  key: 'list_tracking_campaigns',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Lists the Position Tracking campaigns of a project with their ids. 100 API units.',
    fr: 'Liste les campagnes Position Tracking d’un projet avec leurs identifiants. 100 unités d’API.',
  },
  input: z.object({ projectId: projectInput }),
  output: z.object({ items: z.array(campaignSchema) }),
  async run(client, { projectId }) {
    const project = chosen(client, 'projectId', projectId);
    const { campaigns } = await client.get(route`/management/v1/projects/${project}/tracking/campaigns`, {
      query: v3Key(client),
      reply: campaignsReply,
    });
    return { items: campaigns ?? [] };
  },
});
