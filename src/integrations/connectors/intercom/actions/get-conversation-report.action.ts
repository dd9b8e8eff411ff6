import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { fetchReport } from '../report-job.js';
import { unixSeconds } from '../unix-time.js';

export const getConversationReport = defineAction({
  key: 'get_conversation_report',
  effect: 'READ',
  description: {
    en: 'Has Intercom make a table of its reporting data, waits for it up to two minutes and reads it. Five at once per workspace. Columns are named by list_report_datasets; no_data as status means an empty period.',
    fr: 'Fait préparer par Intercom un tableau de ses données de reporting, l’attend jusqu’à deux minutes et le lit. Cinq à la fois par espace de travail. Les colonnes sont nommées par list_report_datasets ; no_data comme status signifie une période vide.',
  },
  input: z.object({
    datasetId: z.string().min(1).max(100).default('conversation'),
    attributeIds: z.array(z.string().min(1).max(200)).min(1).max(50).describe('qualified_id of columns'),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    maxRows: z.int().min(1).max(1000).default(200),
  }),
  output: z.object({
    status: z.string().describe('complete, failed or no_data'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    totalRows: z.int().describe('Of the whole table; more than rows where it was cut'),
  }),
  async run(client, { datasetId, attributeIds, from, until, maxRows }) {
    const order = { datasetId, attributeIds, startTime: unixSeconds(from), endTime: unixSeconds(until) };
    const { status, table } = await fetchReport(client, order);
    const [columns = [], ...rows] = table;
    return { status, columns, rows: rows.slice(0, maxRows), totalRows: rows.length };
  },
});
