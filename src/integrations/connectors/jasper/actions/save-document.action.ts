import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { brandId } from '../brand.js';
import { entryReply } from '../list-reply.js';

const document = z.object({
  id: z.string(),
  name: z.string().nullish(),
  status: z.string().nullish(),
  appUrl: z.string().nullish().describe('Null outside a project'),
});

export const saveDocument = defineAction({
  key: 'save_document',
  effect: 'WRITE',
  description: {
    en: 'Keeps a text as a document in Jasper, in the name of a user (list_users). Nothing is published anywhere. There is no idempotency key.',
    fr: 'Garde un texte comme document dans Jasper, au nom d’un utilisateur (list_users). Rien n’est publié. Pas de clé d’idempotence.',
  },
  input: z.object({
    userId: brandId.describe('Whose document it is'),
    name: z.string().min(1).max(255),
    content: z.string().min(1).max(500_000),
    status: z.enum(['DRAFT', 'IN PROGRESS', 'IN REVIEW', 'COMPLETED']).default('DRAFT'),
    projectId: brandId.optional().describe('Project to put it in'),
  }),
  output: document,
  run: (client, given) => client.post('/documents', { json: given, reply: entryReply(document) }),
});
