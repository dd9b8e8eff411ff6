import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dealSchema } from '../deal.js';
import { commaList, cursorField, pageOf, readPage } from '../pipedrive-page.js';

export const listDeals = defineAction({
  key: 'list_deals',
  effect: 'READ',
  description: {
    en: 'Lists deals, or reads some by their ids. Archived deals are left out; deleted ones show for 30 days with status deleted. With filterId all other conditions are ignored.',
    fr: 'Liste les affaires, ou en lit certaines par leurs identifiants. Les affaires archivées sont exclues ; les affaires supprimées restent visibles 30 jours avec le statut deleted. Avec filterId, toutes les autres conditions sont ignorées.',
  },
  input: z.object({
    ids: z.array(z.int().positive()).max(100).optional(),
    filterId: z.int().positive().optional().describe('Of a filter saved in Pipedrive'),
    ownerId: z.int().positive().optional(),
    personId: z.int().positive().optional(),
    organizationId: z.int().positive().optional(),
    pipelineId: z.int().positive().optional(),
    stageId: z.int().positive().optional(),
    status: z.enum(['open', 'won', 'lost', 'deleted']).optional().describe('Default all but deleted'),
    updatedSince: z.iso.datetime().optional(),
    updatedUntil: z.iso.datetime().optional(),
    sortBy: z.enum(['id', 'update_time', 'add_time']).default('id'),
    sortDirection: z.enum(['asc', 'desc']).default('desc'),
    customFields: z
      .array(z.string().regex(/^[a-f0-9]{40}$/))
      .max(15)
      .optional()
      .describe('Codes of the custom fields to return; default all'),
    limit: z.int().min(1).max(500).default(100),
    cursor: cursorField,
  }),
  output: pageOf(dealSchema),
  run: (client, { ids, filterId, ownerId, personId, organizationId, pipelineId, stageId, ...others }) =>
    readPage(client, '/deals', {
      query: {
        ids: commaList(ids),
        filter_id: filterId,
        owner_id: ownerId,
        person_id: personId,
        org_id: organizationId,
        pipeline_id: pipelineId,
        stage_id: stageId,
        status: others.status,
        updated_since: others.updatedSince,
        updated_until: others.updatedUntil,
        sort_by: others.sortBy,
        sort_direction: others.sortDirection,
        custom_fields: commaList(others.customFields),
        limit: others.limit,
        cursor: others.cursor,
      },
      item: dealSchema,
    }),
});
