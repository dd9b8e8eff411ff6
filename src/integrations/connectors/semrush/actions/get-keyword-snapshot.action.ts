import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { getV4 } from '../api-v4.js';
import { figure } from '../inputs.js';

const label = z.union([z.string(), z.number()]);
const snapshotReply = z.object({
  meta: z.object({ month: z.string().nullish() }).nullish(),
  data: z.object({
    search_volume: figure,
    keyword_difficulty: figure,
    cpc: figure,
    competitive_density: figure,
    intents: z.array(label).nullish(),
    serp_features: z.array(label).nullish(),
  }),
});

export const getKeywordSnapshot = defineAction({
  key: 'get_keyword_snapshot',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Figures of one keyword for a given month since 2012, with the features of its results page. 20 API units; takes the key of version 4. Semrush calls this early access and does not say in which unit the cost per click is.',
    fr: 'Chiffres d’un mot-clé pour un mois donné depuis 2012, avec les éléments de sa page de résultats. 20 unités d’API ; nécessite la clé de version 4. Semrush le propose en accès anticipé et n’indique pas l’unité du coût par clic.',
  },
  input: z.object({
    keyword: z.string().min(1).max(255),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('FR')
      .describe('Upper case; UK for the United Kingdom'),
    month: z
      .string()
      .regex(/^20[1-9]\d-(0[1-9]|1[0-2])$/)
      .optional()
      .describe('YYYY-MM; default: this month'),
  }),
  output: snapshotReply.shape.data.extend({ month: z.string().nullish() }),
  async run(client, query) {
    const { meta, data } = await getV4(client, '/keywords/v1/metrics', { query, reply: snapshotReply });
    return { ...data, month: meta?.month };
  },
});
