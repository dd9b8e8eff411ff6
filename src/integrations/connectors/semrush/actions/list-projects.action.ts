import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorInput } from '../inputs.js';
import { listPage } from '../projects.js';

export const listProjects = defineAction({
  key: 'list_projects',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Lists the projects (folders) of the account with their ids and tools. Takes the key of version 4.',
    fr: 'Liste les projets (dossiers) du compte avec leurs identifiants et outils. Nécessite la clé de version 4.',
  },
  input: z.object({ limit: z.int().min(1).max(1_000).default(100), cursor: cursorInput }),
  output: z.object({
    items: z.array(
      z.object({
        projectId: z.string(),
        name: z.string().nullish(),
        domain: z.string().nullish(),
        tools: z.array(z.string()),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { limit, cursor = '0' }) {
    const offset = Number(cursor);
    const { meta, data } = await listPage(client, { scope: 'ALL', limit, offset });
    const items = (data ?? []).map(({ project_id, project_name, domain, tools }) => ({
      projectId: String(project_id),
      name: project_name,
      domain,
      tools: (tools ?? []).flatMap(({ name }) => name ?? []),
    }));
    const seen = offset + items.length;
    return { items, nextCursor: items.length > 0 && seen < (meta?.total_count ?? 0) ? String(seen) : null };
  },
});
