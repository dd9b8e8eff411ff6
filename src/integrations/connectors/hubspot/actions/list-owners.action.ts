import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, listReply, pageIn, pageOf } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

const owner = z.object({
  id: z.string().describe('What ownerId takes'),
  userId: z.int().nullish().describe('What sequences take'),
  email: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
});

export const listOwners = defineAction({
  key: 'list_owners',
  effect: 'READ',
  description: {
    en: 'Lists the colleagues who can own records, with their ids.',
    fr: 'Liste les collègues qui peuvent être propriétaires de fiches, avec leurs identifiants.',
  },
  input: z.object({
    email: z.email().optional(),
    limit: z.int().min(1).max(500).default(100),
    cursor: cursorField,
  }),
  output: pageOf(owner),
  async run(client, { email, limit, cursor }) {
    const query = { email, limit, after: cursor };
    return pageIn(await client.get(route`/crm/owners/${apiVersion}`, { query, reply: listReply(owner) }));
  },
});
