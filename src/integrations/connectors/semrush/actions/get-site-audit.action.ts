import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { v3Key } from '../api-v3.js';
import { chosen, projectInput } from '../inputs.js';

const count = z.number().nullish();
const counts = z.object({
  status: z.string().nullish().describe('RUNNING, CHECKING, SAVING, FINISHED'),
  errors: count,
  errors_delta: count,
  warnings: count,
  warnings_delta: count,
  notices: count,
  notices_delta: count,
  pages_crawled: count,
  pages_limit: count,
  healthy: count.describe('Pages'),
  haveIssues: count.describe('Pages'),
  broken: count.describe('Pages'),
  blocked: count.describe('Pages'),
  redirected: count.describe('Pages'),
  running_pages_crawled: count,
});
const infoReply = counts.extend({
  url: z.string().nullish(),
  last_audit: count,
  next_audit: count,
  defects: z.union([z.record(z.string(), z.number()), z.array(z.never())]).nullish(),
});
const titlesReply = z.object({ issues: z.array(z.object({ id: z.number(), title: z.string().nullish() })).nullish() });

export const getSiteAudit = defineAction({
  key: 'get_site_audit',
  effect: 'READ',
  billed: true,
  description: {
    en: 'The last Site Audit of a project: numbers of errors, warnings and notices, of pages, and how often each issue was found. 200 API units, 100 without titles. The health score is not part of it: Semrush bills 10,000 units for that.',
    fr: 'Le dernier Site Audit d’un projet : nombres d’erreurs, d’avertissements et de remarques, de pages, et fréquence de chaque problème. 200 unités d’API, 100 sans les titres. Le score de santé n’y est pas : Semrush le facture 10 000 unités.',
  },
  input: z.object({ projectId: projectInput, withTitles: z.boolean().default(true) }),
  output: counts.extend({
    url: z.string().nullish(),
    lastAudit: z.string().nullable(),
    nextAudit: z.string().nullable(),
    issues: z.array(
      z.object({
        issueId: z.string().describe('1-46 and 111 errors, other 1xx warnings, 2xx notices'),
        title: z.string().nullish(),
        found: z.number(),
      }),
    ),
  }),
  async run(client, { projectId, withTitles }) {
    const project = chosen(client, 'projectId', projectId);
    const path = route`/reports/v1/projects/${project}/siteaudit/info`;
    const { last_audit, next_audit, defects, ...info } = await client.get(path, {
      query: v3Key(client),
      reply: infoReply,
    });
    const titles = withTitles ? await titlesOf(client, project) : new Map<string, string | null | undefined>();
    const issues = Object.entries(defects ?? {})
      .map(([issueId, found]) => ({ issueId, title: titles.get(issueId), found }))
      .sort((a, b) => b.found - a.found);
    return { ...info, lastAudit: momentOf(last_audit), nextAudit: momentOf(next_audit), issues };
  },
});

async function titlesOf(client: VendorClient, project: string): Promise<Map<string, string | null | undefined>> {
  const path = route`/reports/v1/projects/${project}/siteaudit/meta/issues`;
  const { issues } = await client.get(path, { query: v3Key(client), reply: titlesReply });
  return new Map((issues ?? []).map(({ id, title }) => [String(id), title]));
}

/** Milliseconds; nothing or -1 for none. */
function momentOf(milliseconds: number | null | undefined): string | null {
  return milliseconds && milliseconds > 0 ? new Date(milliseconds).toISOString() : null;
}
