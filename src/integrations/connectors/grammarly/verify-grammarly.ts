import { z } from 'zod';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { VerifiedAccount } from '../../core/connector.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { plagiarism, aiDetection, writing } from './checks.js';
import { readCheck } from './document.js';
import { apisIn } from './grammarly-apis.js';

const dayMs = 86_400_000;
const checks = { scores: writing, plagiarism, 'ai-detection': aiDetection };
const noDocument = '00000000-0000-0000-0000-000000000000';

/**
 * The token is the real test. With it one request that costs nothing: the usage of one user or, where analytics are not
 * ticked, a look for a document that does not exist. Grammarly tells no name of the organisation.
 */
export async function verifyGrammarly(client: VendorClient): Promise<VerifiedAccount> {
  const apis = apisIn(client.settings.text('apis'));
  if (apis.includes('analytics')) await readUsage(client);
  else await lookForNothing(client, apis);
  return { accountName: null };
}

async function readUsage(client: VendorClient): Promise<void> {
  // The newest usage is two days old: https://developer.grammarly.com/analytics-api.html
  const [from, to] = [9, 2].map((days) => new Date(client.now().getTime() - days * dayMs).toISOString().slice(0, 10));
  const query = { date_from: from, date_to: to, limit: 1 };
  await client.get('/v2/analytics/users', { query, reply: z.object({ data: z.array(z.unknown()).nullish() }) });
}

async function lookForNothing(client: VendorClient, apis: readonly string[]): Promise<void> {
  const check = Object.entries(checks).find(([api]) => apis.includes(api))?.[1] ?? writing;
  try {
    await readCheck<unknown>(client, check, noDocument);
  } catch (error) {
    const isAbsent = error instanceof HttpFailure && (error.kind === 'not_found' || error.kind === 'invalid_input');
    if (!isAbsent) throw error;
  }
}
