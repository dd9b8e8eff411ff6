import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { maxRows, readReport, reportBody, reportFilters, reportId, reportReply, reportSchema } from '../report.js';

const lookEveryMs = 5_000;
const looks = 20;

export const runLargeReport = defineAction({
  key: 'run_large_report',
  effect: 'READ',
  description: {
    en: 'Runs a saved report in the background and waits for it, up to 100 seconds. If it is still running then, ask again with the instanceId. Results are kept 24 hours; 1,200 runs an hour for the whole org; 2,000 rows here too.',
    fr: 'Exécute un rapport enregistré en arrière-plan et l’attend, jusqu’à 100 secondes. S’il tourne encore, redemandez avec l’instanceId. Les résultats sont conservés 24 heures ; 1 200 exécutions par heure pour toute l’organisation ; 2 000 lignes ici aussi.',
  },
  input: z.object({
    reportId,
    instanceId: z
      .string()
      .regex(/^0LG[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/)
      .optional()
      .describe('Of a run that was started before'),
    filters: reportFilters,
    maxRows,
  }),
  output: z.object({
    instanceId: z.string(),
    status: z.string().describe('Success, Error, or still New or Running'),
    report: reportSchema.nullable(),
  }),
  async run(client, { reportId: id, instanceId: started, filters, maxRows: rowLimit }) {
    const instanceId = started ?? (await start(client, id, reportBody(filters)));
    const { status, reply } = await finished(client, route`/analytics/reports/${id}/instances/${instanceId}`);
    return { instanceId, status, report: status === 'Success' ? readReport(reply, rowLimit) : null };
  },
});

async function start(client: VendorClient, id: string, json: ReturnType<typeof reportBody>): Promise<string> {
  const path = route`/analytics/reports/${id}/instances`;
  return (await client.post(path, { json, reply: z.object({ id: z.string() }), readOnly: true })).id;
}

async function finished(client: VendorClient, path: string) {
  for (let look = 1; ; look += 1) {
    const reply = await client.get(path, { reply: reportReply });
    const status = reply.attributes?.status ?? 'Running';
    if (status === 'Success' || status === 'Error' || look === looks) return { status, reply };
    await client.wait(lookEveryMs);
  }
}
