import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { associations, linkedIds, linksTo } from '../associations.js';
import { crmRecord, recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

export const createTask = defineAction({
  key: 'create_task',
  effect: 'WRITE',
  description: {
    en: 'Plans a task for a colleague, linked to contacts, companies or deals. Nothing is sent to customers. No idempotency key: a repeat makes a second task.',
    fr: 'Planifie une tâche pour un collègue, liée à des contacts, des entreprises ou des transactions. Rien n’est envoyé aux clients. Pas de clé d’idempotence : répéter crée une seconde tâche.',
  },
  input: z.object({
    subject: z.string().min(1).max(255),
    body: z.string().max(65_536).optional().describe('HTML'),
    due: z.iso.datetime(),
    type: z.enum(['TODO', 'CALL', 'EMAIL']).default('TODO'),
    priority: z.enum(['LOW', 'MEDIUM', 'HIGH']).optional(),
    status: z.enum(['NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'DEFERRED']).default('NOT_STARTED'),
    ownerId: recordId.optional().describe('From list_owners; default nobody'),
    contactIds: linkedIds,
    companyIds: linkedIds,
    dealIds: linkedIds,
  }),
  output: crmRecord,
  run(client, { subject, body, due, type, priority, status, ownerId, contactIds, companyIds, dealIds }) {
    const properties = {
      hs_task_subject: subject,
      hs_task_body: body,
      hs_timestamp: due,
      hs_task_type: type,
      hs_task_priority: priority,
      hs_task_status: status,
      hubspot_owner_id: ownerId,
    };
    const links = associations(
      linksTo('taskToContact', contactIds),
      linksTo('taskToCompany', companyIds),
      linksTo('taskToDeal', dealIds),
    );
    const json = { properties, associations: links };
    return client.post(route`/crm/objects/${apiVersion}/tasks`, { json, reply: crmRecord });
  },
});
