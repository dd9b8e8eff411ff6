import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { listReply } from '../list-reply.js';

const knowledge = z.object({
  id: z.string().describe('One of the knowledgeIds of other actions'),
  name: z.string().nullish(),
  summary: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  relevantChunks: z.array(z.object({ content: z.string(), score: z.number().nullish() })).nullish(),
});

export const searchKnowledge = defineAction({
  key: 'search_knowledge',
  effect: 'READ',
  description: {
    en: 'Searches the knowledge of the workspace by meaning and returns the passages that fit. Costs no credits.',
    fr: 'Cherche par le sens dans les connaissances de l’espace de travail et renvoie les passages pertinents. Sans crédits.',
  },
  input: z.object({ query: z.string().min(2).max(2000).describe('A question or a subject') }),
  output: z.object({ knowledge: z.array(knowledge) }),
  async run(client, { query }) {
    const found = await client.post('/knowledge/search', {
      json: { query },
      reply: listReply(knowledge),
      readOnly: true,
    });
    return { knowledge: found.items };
  },
});
