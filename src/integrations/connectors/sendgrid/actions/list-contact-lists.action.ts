import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { metadata, pageToken, tokenAfter } from '../page.js';

const list = z.object({ id: z.string(), name: z.string().nullish(), contact_count: z.number().nullish() });

/** https://www.twilio.com/docs/sendgrid/api-reference/lists/get-all-lists */
export const listContactLists = defineAction({
  key: 'list_contact_lists',
  effect: 'READ',
  description: {
    en: 'Lists the contact lists with their sizes; contacts and single sends take their ids.',
    fr: 'Liste les listes de contacts et leur taille ; les contacts et les envois prennent leurs identifiants.',
  },
  input: z.object({ limit: z.int().min(1).max(1_000).default(100), cursor: pageToken }),
  output: z.object({ items: z.array(list), nextCursor: z.string().nullable() }),
  async run(client, { limit, cursor }) {
    const { result, _metadata } = await client.get('/marketing/lists', {
      query: { page_size: limit, page_token: cursor },
      reply: z.object({ result: z.array(list).nullish(), _metadata: metadata }),
    });
    return { items: result ?? [], nextCursor: tokenAfter(_metadata) };
  },
});
