import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextPageOf } from '../../../core/link-header.js';
import { pageCursor } from '../page.js';

const agentSchema = z.object({
  id: z.int().describe('The responderId of tickets'),
  available: z.boolean().nullish(),
  group_ids: z.array(z.number()).nullish(),
  contact: z.object({ name: z.string().nullish(), email: z.string().nullish() }).nullish(),
});

export const listAgents = defineAction({
  key: 'list_agents',
  effect: 'READ',
  description: {
    en: 'Lists the agents that tickets can be assigned to, with their groups. The API key’s agent has to be an administrator.',
    fr: 'Liste les agents auxquels assigner des tickets, avec leurs groupes. L’agent de la clé d’API doit être administrateur.',
  },
  input: z.object({
    email: z.email().optional(),
    limit: z.int().min(1).max(100).default(30),
    cursor: pageCursor,
  }),
  output: z.object({ items: z.array(agentSchema), nextCursor: z.string().nullable() }),
  async run(client, { email, limit, cursor = '1' }) {
    const { body, headers } = await client.call('GET', '/agents', {
      query: { email, per_page: limit, page: cursor },
      reply: z.array(agentSchema),
    });
    return { items: body, nextCursor: nextPageOf(headers)?.searchParams.get('page') ?? null };
  },
});
