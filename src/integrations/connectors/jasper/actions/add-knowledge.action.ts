import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { multipart } from '../multipart.js';

const created = z.object({ id: z.string().nullish(), name: z.string(), processingState: z.string().nullish() });

export const addKnowledge = defineAction({
  key: 'add_knowledge',
  effect: 'WRITE',
  description: {
    en: 'Adds a text to the knowledge of the workspace, for everyone in it. Jasper reads it in the background, so it is found a little later. There is no idempotency key.',
    fr: 'Ajoute un texte aux connaissances de l’espace de travail, pour tous ses membres. Jasper le lit en arrière-plan : on le trouve un peu plus tard. Pas de clé d’idempotence.',
  },
  input: z.object({
    name: z.string().min(1).max(100),
    content: z.string().min(1).max(500_000).describe('Plain text or Markdown'),
    tags: z.array(z.string().min(1).max(50)).max(20).default([]),
  }),
  output: created,
  async run(client, { name, content, tags }) {
    const bytes = multipart([
      { name: 'name', text: name },
      ...tags.map((tag) => ({ name: 'tags', text: tag })),
      { name: 'file', text: content, fileName: 'knowledge.md' },
    ]);
    return (await client.post('/knowledge', { bytes, reply: z.object({ data: created }) })).data;
  },
});
