import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { v3Key } from '../api-v3.js';
import { chosen, projectInput } from '../inputs.js';

const launchReply = z.object({ snapshot_id: z.string() });

export const runSiteAudit = defineAction({
  key: 'run_site_audit',
  effect: 'DESTRUCTIVE',
  billed: true,
  description: {
    en: 'Starts a new Site Audit of a project that has the tool set up. 100 API units, and the pages crawled count against the plan. It takes minutes to hours: look at get_site_audit until its status is FINISHED. Never start it twice.',
    fr: 'Lance un nouveau Site Audit pour un projet où l’outil est configuré. 100 unités d’API, et les pages explorées sont décomptées de l’offre. Cela prend de quelques minutes à des heures : consultez get_site_audit jusqu’au statut FINISHED. Ne le lancez jamais deux fois.',
  },
  input: z.object({ projectId: projectInput }),
  output: z.object({ snapshotId: z.string() }),
  async run(client, { projectId }) {
    const project = chosen(client, 'projectId', projectId);
    const { snapshot_id } = await client.post(route`/reports/v1/projects/${project}/siteaudit/launch`, {
      query: v3Key(client),
      reply: launchReply,
    });
    return { snapshotId: snapshot_id };
  },
});
