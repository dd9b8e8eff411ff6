import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { associations, linkedIds, linksTo } from '../associations.js';
import { crmRecord, recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

export const createNote = defineAction({
  key: 'create_note',
  effect: 'WRITE',
  description: {
    en: 'Logs a note on the timeline of contacts, companies or deals. Colleagues see it, customers do not. No idempotency key: a repeat makes a second note.',
    fr: 'Consigne une note dans la chronologie de contacts, d’entreprises ou de transactions. Les collègues la voient, pas les clients. Pas de clé d’idempotence : répéter crée une seconde note.',
  },
  input: z.object({
    body: z.string().min(1).max(65_536).describe('HTML'),
    at: z.iso.datetime().optional().describe('When it took place; default now'),
    ownerId: recordId.optional(),
    contactIds: linkedIds,
    companyIds: linkedIds,
    dealIds: linkedIds,
  }),
  output: crmRecord,
  run(client, { body, at, ownerId, contactIds, companyIds, dealIds }) {
    const properties = {
      hs_note_body: body,
      hs_timestamp: at ?? client.now().toISOString(),
      hubspot_owner_id: ownerId,
    };
    const links = associations(
      linksTo('noteToContact', contactIds),
      linksTo('noteToCompany', companyIds),
      linksTo('noteToDeal', dealIds),
    );
    const json = { properties, associations: links };
    return client.post(route`/crm/objects/${apiVersion}/notes`, { json, reply: crmRecord });
  },
});
