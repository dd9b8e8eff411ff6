import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { projectInput, projectOf } from '../project.js';
import { report, unitsUsed } from '../report.js';

const issueSchema = z.object({
  issue_id: z.string(),
  name: z.string().nullish(),
  category: z.string().nullish(),
  importance: z.string().nullish().describe('Error, Warning, Notice'),
  crawled: z.number().nullish().describe('Pages with the issue'),
  change: z.number().nullish().describe('Since the crawl before'),
  new: z.number().nullish(),
});
const issuesReply = z.object({ issues: z.array(issueSchema).nullish() });

export const getSiteAuditIssues = defineAction({
  key: 'get_site_audit_issues',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Technical issues that the last crawl of a Site Audit project found, with the number of pages. 50 API units.',
    fr: 'Problèmes techniques trouvés par la dernière exploration d’un projet Site Audit, avec le nombre de pages. 50 unités d’API.',
  },
  input: z.object({
    projectId: projectInput,
    importance: z.enum(['Error', 'Warning', 'Notice']).optional(),
    limit: z.int().min(1).max(300).default(100),
  }),
  output: z.object({ items: z.array(issueSchema), unitsUsed }),
  async run(client, { projectId, importance, limit }) {
    const { body, unitsUsed: units } = await report(client, '/site-audit/issues', {
      query: { project_id: projectOf(client, projectId) },
      reply: issuesReply,
    });
    const issues = (body.issues ?? []).filter((issue) => importance === undefined || issue.importance === importance);
    const found = issues.filter(({ crawled }) => crawled !== 0);
    return { items: found.slice(0, limit), unitsUsed: units };
  },
});
