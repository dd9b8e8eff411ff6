import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, listReply, pageIn, pageOf, recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

const sequence = z.object({ id: z.string(), name: z.string().nullish(), userId: z.string().nullish() });

export const listSequences = defineAction({
  key: 'list_sequences',
  effect: 'READ',
  description: {
    en: 'Lists the sales sequences that one user sees. Needs Sales Hub or Service Hub Professional.',
    fr: 'Liste les séquences commerciales visibles par un utilisateur. Nécessite Sales Hub ou Service Hub Pro.',
  },
  input: z.object({
    userId: recordId.describe('userId of list_owners'),
    name: z.string().max(255).optional(),
    limit: z.int().min(1).max(100).default(50),
    cursor: cursorField,
  }),
  output: pageOf(sequence),
  async run(client, { userId, name, limit, cursor }) {
    const query = { userId, name, limit, after: cursor };
    return pageIn(await client.get(route`/automation/sequences/${apiVersion}`, { query, reply: listReply(sequence) }));
  },
});
