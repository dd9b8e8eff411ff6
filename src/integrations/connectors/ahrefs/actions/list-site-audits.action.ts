import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const auditSchema = z.object({
  project_id: z.string(),
  project_name: z.string().nullish(),
  target_url: z.string().nullish(),
  status: z.string().nullish(),
  date: z.string().nullish().describe('End of the last crawl, GMT'),
  health_score: z.number().nullish().describe('0 to 100: pages without errors'),
  total: z.number().nullish().describe('Pages crawled'),
  urls_with_errors: z.number().nullish(),
  urls_with_warnings: z.number().nullish(),
  urls_with_notices: z.number().nullish(),
});
const auditsReply = z.object({ healthscores: z.array(auditSchema).nullish() });

export const listSiteAudits = defineAction({
  key: 'list_site_audits',
  effect: 'READ',
  description: {
    en: 'Projects of Site Audit with their health score and number of pages with errors. Free of API units.',
    fr: 'Projets Site Audit avec leur score de santé et le nombre de pages en erreur. Sans unités d’API.',
  },
  input: z.object({ projectName: z.string().min(1).max(200).optional() }),
  output: z.object({ items: z.array(auditSchema) }),
  async run(client, { projectName }) {
    const { healthscores } = await client.get('/site-audit/projects', {
      query: { project_name: projectName },
      reply: auditsReply,
    });
    return { items: healthscores ?? [] };
  },
});
