import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dealBody, dealFields, dealSchema } from '../deal.js';
import { dataOf } from '../pipedrive-page.js';

export const createDeal = defineAction({
  key: 'create_deal',
  effect: 'WRITE',
  description: {
    en: 'Creates a deal, in the first stage of the first pipeline unless told otherwise. Pipedrive takes no idempotency key: search before trying again.',
    fr: 'Crée une affaire, dans la première étape du premier pipeline sauf indication contraire. Pipedrive n’accepte pas de clé d’idempotence : cherchez avant de réessayer.',
  },
  input: dealFields.extend({ title: z.string().min(1).max(255) }),
  output: dealSchema,
  async run(client, { title, ...fields }) {
    const json = { title, ...dealBody(fields) };
    return (await client.post('/deals', { json, reply: dataOf(dealSchema) })).data;
  },
});
