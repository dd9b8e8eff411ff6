import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { opportunityBody, opportunityInput } from '../opportunity.js';
import { recordId } from '../record.js';

export const updateOpportunity = defineAction({
  key: 'update_opportunity',
  effect: 'WRITE',
  description: {
    en: 'Changes an opportunity: its stage (won and lost are stages too), amount, close date or next step. What is left out stays. Flows of the org can react, e-mails included.',
    fr: 'Modifie une opportunité : étape (gagnée et perdue en sont aussi), montant, date de clôture ou prochaine action. Ce qui est omis ne change pas. Les flux de l’organisation peuvent réagir, e-mails compris.',
  },
  input: opportunityInput.extend({ opportunityId: recordId }),
  output: z.object({ id: z.string() }),
  async run(client, { opportunityId: id, ...input }) {
    await client.patch(route`/sobjects/Opportunity/${id}`, { json: opportunityBody(input), reply: noReply });
    return { id };
  },
});
