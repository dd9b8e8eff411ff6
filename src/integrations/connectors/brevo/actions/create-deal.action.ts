import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { companyIds, contactIds, dealAttributes, dealInput } from '../deal.js';

const created = z.object({ id: z.string() });

export const createDeal = defineAction({
  key: 'create_deal',
  effect: 'WRITE',
  description: {
    en: 'Creates a deal; without a pipeline it lands in the first stage of the default one. There is no idempotency key: look for it (list_deals) before trying again.',
    fr: 'Crée une affaire ; sans pipeline, elle arrive à la première étape du pipeline par défaut. Il n’y a pas de clé d’idempotence : cherchez-la (list_deals) avant de réessayer.',
  },
  input: z
    .object({ name: z.string().min(1).max(255), ...dealInput, contactIds, companyIds })
    .refine(({ pipelineId, stageId }) => (pipelineId === undefined) === (stageId === undefined), {
      message: 'Give pipelineId and stageId together. | Donnez pipelineId et stageId ensemble.',
      path: ['stageId'],
    }),
  output: created,
  run: (client, { name, contactIds: contacts, companyIds: companies, ...attributes }) =>
    client.post('/crm/deals', {
      json: {
        name,
        attributes: dealAttributes(attributes),
        linkedContactsIds: contacts,
        linkedCompaniesIds: companies,
      },
      reply: created,
    }),
});
