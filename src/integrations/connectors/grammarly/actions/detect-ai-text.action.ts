import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { aiDetection } from '../checks.js';
import { checkedText, checkFields, checkText } from '../document.js';

export const detectAiText = defineAction({
  key: 'detect_ai_text',
  effect: 'WRITE',
  description: {
    en: 'Has Grammarly estimate how much of a text reads as if written by AI (beta). An estimate, no proof. The text is sent to Grammarly and counts against the quota; takes up to a minute.',
    fr: 'Fait estimer par Grammarly la part d’un texte qui semble écrite par une IA (bêta). Une estimation, pas une preuve. Le texte est envoyé à Grammarly et compte dans le quota ; prend jusqu’à une minute.',
  },
  input: z.object({ text: checkedText }),
  output: z.object({
    ...checkFields,
    score: z
      .object({
        average_confidence: z.number().nullish().describe('0 to 1'),
        ai_generated_percentage: z.number().nullish().describe('Share of the text, as Grammarly gives it'),
      })
      .nullable(),
  }),
  run: (client, { text }) => checkText(client, aiDetection, text),
});
