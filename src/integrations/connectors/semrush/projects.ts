import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { getV4 } from './api-v4.js';

const projectsReply = z.object({
  meta: z.object({ total_count: z.number().nullish() }).nullish(),
  data: z
    .array(
      z.object({
        project_id: z.union([z.number(), z.string()]),
        project_name: z.string().nullish(),
        domain: z.string().nullish(),
        tools: z.array(z.object({ name: z.string().nullish() })).nullish(),
      }),
    )
    .nullish(),
});

/** https://developer.semrush.com/api/v4/projects/projects/ */
export function listPage(client: VendorClient, page: { scope?: string; limit: number; offset?: number | undefined }) {
  return getV4(client, '/projects/v1/projects', { query: { ...page }, reply: projectsReply });
}
