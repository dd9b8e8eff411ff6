import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { metadata, pageToken, tokenAfter } from '../page.js';
import { templateSchema } from '../template.js';

export const listTemplates = defineAction({
  key: 'list_templates',
  effect: 'READ',
  description: {
    en: 'Lists the transactional templates; send_email takes the ids of dynamic ones.',
    fr: 'Liste les modèles transactionnels ; send_email prend les identifiants des modèles dynamiques.',
  },
  input: z.object({
    generations: z.enum(['dynamic', 'legacy', 'legacy,dynamic']).default('dynamic'),
    limit: z.int().min(1).max(200).default(50),
    cursor: pageToken,
  }),
  output: z.object({ items: z.array(templateSchema), nextCursor: z.string().nullable() }),
  async run(client, { generations, limit, cursor }) {
    const { result, _metadata } = await client.get('/templates', {
      query: { generations, page_size: limit, page_token: cursor },
      reply: z.object({ result: z.array(templateSchema).nullish(), _metadata: metadata }),
    });
    return { items: result ?? [], nextCursor: tokenAfter(_metadata) };
  },
});
