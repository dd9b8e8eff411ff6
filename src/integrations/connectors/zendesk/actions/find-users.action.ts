import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextNumber, numberedPage, pageNumber } from '../page.js';

const userSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string().nullish().describe('end-user, agent or admin'),
  organization_id: z.number().nullish(),
});

const usersReply = numberedPage.extend({ users: z.array(userSchema) });

export const findUsers = defineAction({
  key: 'find_users',
  effect: 'READ',
  description: {
    en: 'Finds requesters and agents by name, e-mail or phone; 100 a page. New users are found after a few minutes.',
    fr: 'Cherche des demandeurs et des agents par nom, e-mail ou téléphone ; 100 par page. Les nouveaux se trouvent après quelques minutes.',
  },
  input: z.object({
    query: z.string().min(1).max(255).describe('For example lea@client.example, or role:agent Martin'),
    cursor: pageNumber,
  }),
  output: z.object({ items: z.array(userSchema), nextCursor: z.string().nullable() }),
  async run(client, { query, cursor }) {
    const page = await client.get('/users/search', { query: { query, page: cursor }, reply: usersReply });
    return { items: page.users, nextCursor: nextNumber(page) };
  },
});
