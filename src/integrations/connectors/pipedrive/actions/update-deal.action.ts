import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { dealBody, dealFields, dealSchema } from '../deal.js';
import { dataOf } from '../pipedrive-page.js';

export const updateDeal = defineAction({
  key: 'update_deal',
  effect: 'WRITE',
  description: {
    en: 'Changes a deal: moves it to a stage, marks it won or lost, sets its value or its expected close date. What is left out stays. Automations of the account can react, e-mails included.',
    fr: 'Modifie une affaire : la déplace dans une étape, la marque gagnée ou perdue, fixe sa valeur ou sa date de clôture prévue. Ce qui est omis ne change pas. Les automatisations du compte peuvent réagir, e-mails compris.',
  },
  input: dealFields.extend({ dealId: z.int().positive(), title: z.string().min(1).max(255).optional() }),
  output: dealSchema,
  async run(client, { dealId, title, ...fields }) {
    const json = { title, ...dealBody(fields) };
    return (await client.patch(route`/deals/${dealId}`, { json, reply: dataOf(dealSchema) })).data;
  },
});
