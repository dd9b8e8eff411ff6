import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { listReply } from '../list-reply.js';
import { templateSchema } from '../template.js';

export const listTemplates = defineAction({
  key: 'list_templates',
  effect: 'READ',
  description: {
    en: 'Lists Jasper’s marketing templates with the inputs that each takes. There are many: give search.',
    fr: 'Liste les modèles marketing de Jasper avec les entrées de chacun. Ils sont nombreux : donnez search.',
  },
  input: z.object({ search: z.string().min(2).max(100).optional().describe('Found in name or description') }),
  output: z.object({ templates: z.array(templateSchema) }),
  async run(client, { search = '' }) {
    const { items } = await client.get('/templates', { reply: listReply(templateSchema) });
    const wanted = search.toLowerCase();
    const templates = items.filter((template) =>
      `${template.name ?? ''} ${template.description ?? ''}`.toLowerCase().includes(wanted),
    );
    return { templates };
  },
});
