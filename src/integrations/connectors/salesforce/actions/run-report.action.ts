import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { maxRows, readReport, reportBody, reportFilters, reportId, reportReply, reportSchema } from '../report.js';

export const runReport = defineAction({
  key: 'run_report',
  effect: 'READ',
  description: {
    en: 'Runs a saved report and returns its totals and groups, with detail rows if asked. At most 2,000 rows and 500 runs an hour for the whole org; a report that takes longer than 20 seconds needs run_large_report.',
    fr: 'Exécute un rapport enregistré et renvoie ses totaux et regroupements, avec les lignes de détail si demandé. Au plus 2 000 lignes et 500 exécutions par heure pour toute l’organisation ; un rapport de plus de 20 secondes demande run_large_report.',
  },
  input: z.object({ reportId, filters: reportFilters, includeDetails: z.boolean().default(false), maxRows }),
  output: reportSchema,
  async run(client, { reportId: id, filters, includeDetails, maxRows: rowLimit }) {
    const path = route`/analytics/reports/${id}`;
    const request = { query: { includeDetails }, reply: reportReply };
    const json = reportBody(filters);
    const reply = json
      ? await client.post(path, { ...request, json, readOnly: true })
      : await client.get(path, request);
    return readReport(reply, rowLimit);
  },
});
