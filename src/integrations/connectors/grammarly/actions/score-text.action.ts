import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { writing } from '../checks.js';
import { checkedText, checkFields, checkText } from '../document.js';

const part = z.number().nullish();

export const scoreText = defineAction({
  key: 'score_text',
  effect: 'WRITE',
  description: {
    en: 'Has Grammarly score a text, overall and for correctness, clarity, engagement and delivery. Scores only: Grammarly’s API returns no corrections and no suggestions. The text is sent to Grammarly, kept there for up to 24 hours and counts against the quota; takes up to a minute.',
    fr: 'Fait noter un texte par Grammarly : note globale, correction, clarté, attrait et ton. Des notes seulement : l’API de Grammarly ne renvoie ni corrections ni suggestions. Le texte est envoyé à Grammarly, y reste jusqu’à 24 heures et compte dans le quota ; prend jusqu’à une minute.',
  },
  input: z.object({ text: checkedText }),
  output: z.object({
    ...checkFields,
    score: z
      .object({ general_score: part, correctness: part, clarity: part, engagement: part, delivery: part })
      .nullable()
      .describe('Each from 0 to 1, the more the better; null where the text could not be scored'),
  }),
  run: (client, { text }) => checkText(client, writing, text),
});
