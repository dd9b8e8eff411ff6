import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { activitySchema } from '../activity.js';
import { cursorField, pageOf, readPage } from '../pipedrive-page.js';

export const listActivities = defineAction({
  key: 'list_activities',
  effect: 'READ',
  description: {
    en: 'Lists activities and tasks. They can be ordered by due date, not filtered by it: ask for done false and sort by due_date to see what is next.',
    fr: 'Liste les activités et les tâches. On peut les trier par échéance, pas les filtrer : demandez done à false et le tri par due_date pour voir la suite.',
  },
  input: z.object({
    ownerId: z.int().positive().optional(),
    dealId: z.int().positive().optional(),
    leadId: z.uuid().optional(),
    personId: z.int().positive().optional().describe('The primary participant'),
    organizationId: z.int().positive().optional(),
    done: z.boolean().optional(),
    updatedSince: z.iso.datetime().optional(),
    sortBy: z.enum(['id', 'update_time', 'add_time', 'due_date']).default('due_date'),
    sortDirection: z.enum(['asc', 'desc']).default('asc'),
    limit: z.int().min(1).max(500).default(100),
    cursor: cursorField,
  }),
  output: pageOf(activitySchema),
  run: (client, { ownerId, dealId, leadId, personId, organizationId, ...others }) =>
    readPage(client, '/activities', {
      query: {
        owner_id: ownerId,
        deal_id: dealId,
        lead_id: leadId,
        person_id: personId,
        org_id: organizationId,
        done: others.done,
        updated_since: others.updatedSince,
        sort_by: others.sortBy,
        sort_direction: others.sortDirection,
        limit: others.limit,
        cursor: others.cursor,
      },
      item: activitySchema,
    }),
});
