import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { agentTaskSchema } from '../agent-task.js';
import { listReply, nextPage, pageCursor } from '../list-reply.js';

export const listAgentTasks = defineAction({
  key: 'list_agent_tasks',
  effect: 'READ',
  description: {
    en: 'Lists the tasks of Jasper’s marketing agents with the inputs that each takes. For search-minded texts search "SEO": Jasper has no SEO data of its own in its API.',
    fr: 'Liste les tâches des agents marketing de Jasper avec les entrées de chacune. Pour des textes pensés pour le référencement, cherchez « SEO » : l’API de Jasper n’a pas de données SEO.',
  },
  input: z.object({
    search: z.string().min(2).max(100).optional().describe('Part of name, description, category or tag'),
    scope: z.enum(['USER', 'WORKSPACE', 'PUBLIC']).optional(),
    limit: z.int().min(1).max(100).default(20),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(agentTaskSchema), nextCursor: z.string().nullable() }),
  async run(client, { search, scope, limit, cursor }) {
    const found = await client.get('/tasks', {
      query: { size: limit, page: cursor, scope, searchTerm: search, includeContextItems: true },
      reply: listReply(agentTaskSchema),
    });
    return { items: found.items, nextCursor: nextPage(found, { page: Number(cursor), size: limit }) };
  },
});
