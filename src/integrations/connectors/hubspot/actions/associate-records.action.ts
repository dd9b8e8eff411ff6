import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

const objectType = z.enum(['contacts', 'companies', 'deals', 'leads', 'notes', 'tasks', 'calls', 'meetings', 'emails']);

export const associateRecords = defineAction({
  key: 'associate_records',
  effect: 'WRITE',
  description: {
    en: 'Links two records without a label, such as a contact and a company. Safe to repeat.',
    fr: 'Lie deux fiches sans libellé, par exemple un contact et une entreprise. Peut être répété sans risque.',
  },
  input: z.object({ fromType: objectType, fromId: recordId, toType: objectType, toId: recordId }),
  output: z.object({ status: z.string().nullable() }),
  async run(client, { fromType, fromId, toType, toId }) {
    const from = route`/crm/objects/${apiVersion}/${fromType}/${fromId}`;
    const path = `${from}${route`/associations/default/${toType}/${toId}`}`;
    const { status } = await client.put(path, { reply: z.object({ status: z.string().nullish() }) });
    return { status: status ?? null };
  },
});
