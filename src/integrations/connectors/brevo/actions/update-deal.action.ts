import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { companyIds, contactIds, dealAttributes, dealId, dealInput } from '../deal.js';

const links = {
  linkContactIds: contactIds,
  unlinkContactIds: contactIds,
  linkCompanyIds: companyIds,
  unlinkCompanyIds: companyIds,
};

export const updateDeal = defineAction({
  key: 'update_deal',
  effect: 'WRITE',
  description: {
    en: 'Changes a deal: its stage, amount, owner or other attributes, and which contacts and companies are linked to it. Counts once or twice among the 100 general requests of an hour.',
    fr: 'Modifie une affaire : étape, montant, propriétaire ou autres attributs, et les contacts et entreprises liés. Compte une ou deux fois parmi les 100 requêtes générales par heure.',
  },
  input: z
    .object({ dealId, name: z.string().min(1).max(255).optional(), ...dealInput, ...links })
    .refine(({ pipelineId, stageId }) => (pipelineId === undefined) === (stageId === undefined), {
      message: 'Give pipelineId and stageId together. | Donnez pipelineId et stageId ensemble.',
      path: ['stageId'],
    })
    .refine(({ dealId: _, ...changes }) => Object.values(changes).some((each) => each !== undefined), {
      message: 'Give something to change. | Donnez au moins un changement.',
      path: ['name'],
    }),
  output: z.object({ dealId: z.string(), updated: z.boolean() }),
  async run(client, { dealId: id, name, ...changes }) {
    const { linkContactIds, unlinkContactIds, linkCompanyIds, unlinkCompanyIds, ...deal } = changes;
    const attributes = dealAttributes(deal);
    if (name !== undefined || attributes) {
      await client.patch(route`/crm/deals/${id}`, { json: { name, attributes }, reply: noReply });
    }
    // Not along with the rest, since that would replace all links: https://developers.brevo.com/reference/update-a-deal
    const linked = { linkContactIds, unlinkContactIds, linkCompanyIds, unlinkCompanyIds };
    if (Object.values(linked).some((ids) => ids !== undefined)) {
      await client.patch(route`/crm/deals/link-unlink/${id}`, { json: linked, reply: noReply });
    }
    return { dealId: id, updated: true };
  },
});
