import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';
import { segmentId } from '../segment.js';

const ids = z.array(z.coerce.string()).nullish();

export const addToSegment = defineAction({
  key: 'add_to_segment',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Adds records to a MANUAL or SNAPSHOT segment. Safe to repeat. Workflows that start on membership start, mails included: look at them with list_workflows before.',
    fr: 'Ajoute des fiches à un segment MANUAL ou SNAPSHOT. Peut être répété sans risque. Les workflows déclenchés par l’appartenance démarrent, e-mails compris : regardez-les d’abord avec list_workflows.',
  },
  input: z.object({ segmentId, recordIds: z.array(recordId).min(1).max(500) }),
  output: z.object({ added: z.array(z.string()), missing: z.array(z.string()) }),
  async run(client, { segmentId: id, recordIds }) {
    const { recordsIdsAdded: added, recordIdsMissing: missing } = await client.put(
      route`/crm/lists/${apiVersion}/${id}/memberships/add`,
      { json: recordIds, reply: z.object({ recordsIdsAdded: ids, recordIdsMissing: ids }) },
    );
    return { added: added ?? [], missing: missing ?? [] };
  },
});
