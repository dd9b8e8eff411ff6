import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, listReply, pageIn, pageOf } from '../crm-record.js';
import { workflowVersion } from '../hubspot-version.js';
import { workflowSchema } from '../workflow.js';

export const listWorkflows = defineAction({
  key: 'list_workflows',
  effect: 'READ',
  description: {
    en: 'Lists the workflows of the account, by id. Needs Marketing Hub Professional or another Hub of that level.',
    fr: 'Liste les workflows du compte, par identifiant. Nécessite Marketing Hub Pro ou un autre Hub de ce niveau.',
  },
  input: z.object({ limit: z.int().min(1).max(100).default(100), cursor: cursorField }),
  output: pageOf(workflowSchema),
  async run(client, { limit, cursor }) {
    const query = { limit, after: cursor };
    return pageIn(
      await client.get(route`/automation/${workflowVersion}/flows`, { query, reply: listReply(workflowSchema) }),
    );
  },
});
