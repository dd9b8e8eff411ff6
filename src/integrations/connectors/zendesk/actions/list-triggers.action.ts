import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextNumber, numberedPage, pageNumber } from '../page.js';
import { triggerSchema } from '../trigger.js';

const triggersReply = numberedPage.extend({ triggers: z.array(triggerSchema) });

export const listTriggers = defineAction({
  key: 'list_triggers',
  effect: 'READ',
  description: {
    en: 'Lists the triggers of the account, which answer and sort tickets by themselves; 100 a page. Without active, those switched off too.',
    fr: 'Liste les déclencheurs du compte, qui répondent aux tickets et les trient d’eux-mêmes ; 100 par page. Sans active, également ceux qui sont désactivés.',
  },
  input: z.object({ active: z.boolean().optional(), cursor: pageNumber }),
  output: z.object({ items: z.array(triggerSchema), nextCursor: z.string().nullable() }),
  async run(client, { active, cursor }) {
    const page = await client.get('/triggers', { query: { active, page: cursor }, reply: triggersReply });
    return { items: page.triggers, nextCursor: nextNumber(page) };
  },
});
