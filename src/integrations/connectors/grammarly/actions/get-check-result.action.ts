import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { aiDetection, plagiarism, writing } from '../checks.js';
import { checkFields, readCheck, type Check } from '../document.js';

type Score = Readonly<Record<string, number | null | undefined>>;

const checks: Readonly<Record<'writing' | 'plagiarism' | 'ai', Check<Score>>> = {
  writing,
  plagiarism,
  ai: aiDetection,
};

export const getCheckResult = defineAction({
  key: 'get_check_result',
  effect: 'READ',
  description: {
    en: 'Reads the result of an earlier check that was still PENDING. Results are kept for 30 days; costs nothing.',
    fr: 'Lit le résultat d’une vérification antérieure encore PENDING. Les résultats sont gardés 30 jours ; ne coûte rien.',
  },
  input: z.object({
    check: z
      .enum(['writing', 'plagiarism', 'ai'])
      .describe('What was asked: score_text, check_plagiarism or detect_ai_text'),
    requestId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  }),
  output: z.object({
    ...checkFields,
    score: z
      .record(z.string(), z.number().nullish())
      .nullable()
      .describe('Under the names of the action that asked for it'),
  }),
  run: (client, { check, requestId }) => readCheck(client, checks[check], requestId),
});
