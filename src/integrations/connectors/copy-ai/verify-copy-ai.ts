import { z } from 'zod';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { newestRun } from './run.js';
import { chosenWorkflows } from './workflows.js';

const webhooks = z.object({ data: z.array(z.unknown()) });

/** Free of charge; Copy.ai tells no name of the workspace. A workflow that is not there is told as missing. */
export async function verifyCopyAi(client: VendorClient): Promise<VerifiedAccount> {
  await client.get('/webhook', { reply: webhooks });
  const missing: string[] = [];
  for (const { workflowId } of chosenWorkflows(client.settings)) {
    if ((await newestRun(client, workflowId)) === undefined) missing.push(`workflow ${workflowId}`);
  }
  return { accountName: null, missing };
}
