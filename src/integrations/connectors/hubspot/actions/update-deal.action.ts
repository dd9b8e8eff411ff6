import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { crmRecord, recordId } from '../crm-record.js';
import { dealInput, dealProperties } from '../deal.js';
import { apiVersion } from '../hubspot-version.js';

export const updateDeal = defineAction({
  key: 'update_deal',
  effect: 'WRITE',
  description: {
    en: 'Changes a deal: its stage (won and lost are stages too), amount, close date, owner or other properties. What is left out stays. Workflows can react, e-mails included.',
    fr: 'Modifie une transaction : étape (gagnée et perdue en sont aussi), montant, date de fermeture, propriétaire ou autres propriétés. Ce qui est omis ne change pas. Des workflows peuvent réagir, e-mails compris.',
  },
  input: dealInput.extend({ dealId: recordId }),
  output: crmRecord,
  run: (client, { dealId, ...deal }) =>
    client.patch(route`/crm/objects/${apiVersion}/deals/${dealId}`, {
      json: { properties: dealProperties(deal) },
      reply: crmRecord,
    }),
});
