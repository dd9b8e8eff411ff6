import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { listId } from '../campaign.js';
import { conditionInput, conditionOf, segmentSchema } from '../segment.js';

/** https://mailchimp.com/developer/marketing/api/list-segments/add-segment/ */
export const createSegment = defineAction({
  key: 'create_segment',
  effect: 'WRITE',
  description: {
    en: 'Makes a segment of an audience: by conditions, which keeps itself up to date, or of given subscribers. Sent twice, there are two: look with list_segments before trying again.',
    fr: 'Crée un segment d’une audience : par conditions, et il reste à jour, ou d’abonnés donnés. Envoyé deux fois, il y en a deux : vérifiez avec list_segments avant de réessayer.',
  },
  input: z
    .object({
      listId,
      name: z.string().min(1).max(100),
      match: z.enum(['any', 'all']).default('all').describe('How many of the conditions have to hold'),
      conditions: z.array(conditionInput).min(1).max(5).optional(),
      emails: z.array(z.email()).min(1).max(500).optional().describe('Those that are not in the audience are left out'),
    })
    .refine(({ conditions, emails }) => (conditions === undefined) !== (emails === undefined), {
      path: ['conditions'],
      message: 'Give conditions or emails. | Donnez conditions ou emails.',
    }),
  output: segmentSchema,
  run: (client, { listId: list, name, match, conditions, emails }) =>
    client.post(route`/lists/${list}/segments`, {
      json: {
        name,
        ...(conditions && { options: { match, conditions: conditions.map(conditionOf) } }),
        ...(emails && { static_segment: emails }),
      },
      reply: segmentSchema,
    }),
});
