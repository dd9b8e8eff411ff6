import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const contacts = z.array(z.union([z.string(), z.number()])).nullish();
const answer = z.object({ contacts: z.object({ success: contacts, failure: contacts }) });
const perRequest = 150;

export const addToList = defineAction({
  key: 'add_to_list',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Adds contacts that exist already to a list, at most 150 at once. An automation that waits for this list starts for each of them and may write to them at once. failure holds those that are on it already or do not exist.',
    fr: 'Ajoute à une liste des contacts existants, 150 au plus à la fois. Une automatisation qui attend cette liste démarre pour chacun et peut leur écrire aussitôt. failure contient ceux qui y sont déjà ou n’existent pas.',
  },
  input: z
    .object({
      listId: z.int().positive(),
      emails: z.array(z.email()).min(1).max(perRequest).optional(),
      ids: z.array(z.int().positive()).min(1).max(perRequest).optional(),
      extIds: z.array(z.string().min(1)).min(1).max(perRequest).optional().describe('Ids in your own system'),
    })
    .refine(({ emails, ids, extIds }) => [emails, ids, extIds].filter((each) => each !== undefined).length === 1, {
      message: 'Give one of emails, ids and extIds. | Donnez emails, ids ou extIds, un seul des trois.',
      path: ['emails'],
    }),
  output: z.object({ success: contacts, failure: contacts }),
  async run(client, { listId, ...who }) {
    const path = route`/contacts/lists/${listId}/contacts/add`;
    return (await client.post(path, { json: who, reply: answer })).contacts;
  },
});
