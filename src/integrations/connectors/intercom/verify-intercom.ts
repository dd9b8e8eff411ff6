import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { readSelf } from './self.js';

/** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/identifyadmin */
export async function verifyIntercom(client: VendorClient): Promise<VerifiedAccount> {
  const { id, email, app } = await readSelf(client);
  return { accountName: `${app?.name ?? app?.id_code ?? 'Intercom'} (${email ?? id})` };
}
