import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { listReply } from '../list-reply.js';

const styleGuide = z.object({
  id: z.string().describe('The styleId of other actions'),
  name: z.string().nullish(),
  description: z.string().nullish(),
  updatedAt: z.string().nullish(),
});

export const listStyleGuides = defineAction({
  key: 'list_style_guides',
  effect: 'READ',
  description: {
    en: 'Lists the style guides of the workspace; their rules and terms are left out. Takes 60 requests a minute.',
    fr: 'Liste les guides de style de l’espace de travail, sans leurs règles ni leurs termes. 60 requêtes par minute.',
  },
  input: z.object({}),
  output: z.object({ styleGuides: z.array(styleGuide) }),
  run: async (client) => ({ styleGuides: (await client.get('/styles', { reply: listReply(styleGuide) })).items }),
});
