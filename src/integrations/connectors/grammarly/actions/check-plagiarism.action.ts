import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { plagiarism } from '../checks.js';
import { checkedText, checkFields, checkText } from '../document.js';

export const checkPlagiarism = defineAction({
  key: 'check_plagiarism',
  effect: 'WRITE',
  description: {
    en: 'Has Grammarly compare a text with web pages and papers and score its originality (beta). A score only: neither sources nor passages are returned. The text is sent to Grammarly and counts against the quota; takes up to a minute.',
    fr: 'Fait comparer un texte par Grammarly à des pages web et articles et noter son originalité (bêta). Une note seulement : ni sources ni passages. Le texte est envoyé à Grammarly et compte dans le quota ; prend jusqu’à une minute.',
  },
  input: z.object({ text: checkedText }),
  output: z.object({
    ...checkFields,
    score: z.object({ originality: z.number().nullish().describe('The more the more original') }).nullable(),
  }),
  run: (client, { text }) => checkText(client, plagiarism, text),
});
