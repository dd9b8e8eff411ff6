import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { brandId, brandInput, brandOf } from '../brand.js';
import { addOnOf, generationInput, oneAddOn, optionsOf, slowMs, texts, textsOf, textsReply } from '../generation.js';

export const generateCopy = defineAction({
  key: 'generate_copy',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has Jasper write by a free command, in the brand voice. Each text spends credits. There is no idempotency key and nothing is kept in Jasper: a repeat is paid again, save_document keeps a text.',
    fr: 'Fait rédiger par Jasper d’après une commande libre, dans la voix de marque. Chaque texte consomme des crédits. Pas de clé d’idempotence et rien n’est gardé dans Jasper : une répétition est payée à nouveau, save_document garde un texte.',
  },
  input: z
    .object({
      command: z.string().min(1).max(20_000).describe('What to write: kind of text, subject, length, words to use'),
      context: z.string().min(1).max(50_000).optional().describe('Background that Jasper should know'),
      ...brandInput,
      additionalAudienceIds: z.array(brandId).max(10).optional(),
      completionType: z
        .enum(['performance', 'quality'])
        .default('performance')
        .describe('quality is better and takes longer'),
      ...generationInput,
    })
    .refine(oneAddOn.holds, oneAddOn.otherwise),
  output: texts,
  async run(client, { command, context, knowledgeIds, additionalAudienceIds, toneId, styleId, audienceId, ...rest }) {
    const brand = brandOf(client.settings, { toneId, styleId, audienceId });
    const retrievalAddOn = addOnOf(rest);
    const reply = await client.post('/command', {
      json: {
        inputs: { command, context, ...brand, knowledgeIds, additionalAudienceIds, retrievalAddOn },
        options: optionsOf(rest),
      },
      reply: textsReply,
      timeoutMs: slowMs,
    });
    return textsOf(reply);
  },
});
