import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { brandId, brandInput, brandOf } from '../brand.js';
import { addOnOf, generationInput, oneAddOn, optionsOf, slowMs, texts, textsOf, textsReply } from '../generation.js';
import { InputMissing } from '../input-missing.js';
import { templateSchema } from '../template.js';

export const runTemplate = defineAction({
  key: 'run_template',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Has Jasper write by one of its templates, in the brand voice. What it needs is looked up first, for free. Each text spends credits. There is no idempotency key: a repeat is paid again.',
    fr: 'Fait rédiger par Jasper d’après un de ses modèles, dans la voix de marque. Ce qu’il lui faut est d’abord vérifié, gratuitement. Chaque texte consomme des crédits. Pas de clé d’idempotence : une répétition est payée à nouveau.',
  },
  input: z
    .object({
      templateId: brandId.describe('From list_templates'),
      inputs: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
        .describe('By the inputKey of list_templates'),
      ...brandInput,
      ...generationInput,
    })
    .refine(oneAddOn.holds, oneAddOn.otherwise),
  output: texts,
  async run(client, { templateId, inputs, knowledgeIds, toneId, styleId, audienceId, ...rest }) {
    const reply = z.object({ data: templateSchema });
    const { data: template } = await client.get(route`/templates/${templateId}`, { reply });
    const missing = (template.inputSchema ?? []).flatMap(({ inputKey, required }) =>
      required && inputKey && inputs[inputKey] === undefined ? [inputKey] : [],
    );
    if (missing.length > 0) throw new InputMissing('inputs', missing);
    const brand = brandOf(client.settings, { toneId, styleId, audienceId });
    const written = await client.post(route`/templates/${templateId}/run`, {
      json: { inputs: { ...inputs, ...brand, knowledgeIds, retrievalAddOn: addOnOf(rest) }, options: optionsOf(rest) },
      reply: textsReply,
      timeoutMs: slowMs,
    });
    return textsOf(written);
  },
});
