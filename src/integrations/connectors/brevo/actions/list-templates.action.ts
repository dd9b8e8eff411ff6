import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextOffset, offsetCursor } from '../page.js';

const template = z.object({
  id: z.int(),
  name: z.string().nullish(),
  subject: z.string().nullish(),
  isActive: z.boolean().nullish(),
  tag: z.string().nullish(),
  modifiedAt: z.string().nullish(),
});
const found = z.object({ count: z.number().nullish(), templates: z.array(template).nullish() });

export const listTemplates = defineAction({
  key: 'list_templates',
  effect: 'READ',
  description: {
    en: 'Lists the e-mail templates, newest first, without their content. Give the id of an active one to send_transactional_email or create_email_campaign.',
    fr: 'Liste les modèles d’e-mail, les plus récents d’abord, sans leur contenu. Donnez l’identifiant d’un modèle actif à send_transactional_email ou create_email_campaign.',
  },
  input: z.object({
    active: z.boolean().default(true),
    limit: z.int().min(1).max(100).default(50),
    cursor: offsetCursor,
  }),
  output: z.object({ items: z.array(template), nextCursor: z.string().nullable() }),
  async run(client, { active, limit, cursor }) {
    const { count, templates } = await client.get('/smtp/templates', {
      query: { templateStatus: active, limit, offset: cursor },
      reply: found,
    });
    const items = templates ?? [];
    return { items, nextCursor: nextOffset(cursor, { length: items.length, limit, count }) };
  },
});
