import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { savedChartReply } from '../saved-chart-reply.js';

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#get-results-from-an-existing-chart */
export const getSavedChart = defineAction({
  key: 'get_saved_chart',
  effect: 'READ',
  description: {
    en: 'Reads the result of a saved chart as CSV, whatever its kind. The cheapest way to numbers that somebody has already set up in the app.',
    fr: 'Lit le résultat d’un graphique enregistré en CSV, quel que soit son type. Le moyen le plus économique d’obtenir des chiffres déjà préparés dans l’application.',
  },
  input: z.object({
    chartId: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .describe('The part after /chart/ in its address'),
    maxLines: z.int().min(1).max(5_000).default(500),
  }),
  output: z.object({ csv: z.string(), omittedLines: z.int().describe('0 where all are here') }),
  async run(client, { chartId, maxLines }) {
    const csv = await client.get(route`/api/3/chart/${chartId}/csv`, { reply: savedChartReply });
    const lines = csv.trimEnd().split(/\r?\n/);
    return { csv: lines.slice(0, maxLines).join('\n'), omittedLines: Math.max(0, lines.length - maxLines) };
  },
});
