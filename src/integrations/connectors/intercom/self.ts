import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';

const self = z.object({
  id: z.string(),
  email: z.string().nullish(),
  app: z.object({ id_code: z.string().nullish(), name: z.string().nullish() }).nullish(),
});

/** The teammate whom the token belongs to, and the workspace. */
export function readSelf(client: VendorClient): Promise<z.output<typeof self>> {
  return client.get('/me', { reply: self });
}

/** In whose name replies, notes and changes are made. */
export async function authorId(client: VendorClient): Promise<string> {
  return client.settings.optionalText('adminId') ?? (await readSelf(client)).id;
}
