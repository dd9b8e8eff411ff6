import { z } from 'zod';
import { noReply, route, UpstreamRateLimited, UpstreamUnavailable } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** One of the three checks of documents: https://developer.grammarly.com/writing-score-api.html */
export interface Check<T> {
  /** Below the base; a request's id follows it. */
  path: string;
  score: z.ZodType<T>;
}

interface Checked<T> {
  requestId: string;
  status: CheckStatus;
  score: T | null;
}

const checkStatus = z.enum(['PENDING', 'COMPLETED', 'FAILED']);
type CheckStatus = z.output<typeof checkStatus>;

export const checkFields = {
  requestId: z.string().describe('For get_check_result, for 30 days'),
  status: checkStatus.describe('PENDING: ask get_check_result in a while; FAILED: the text could not be checked'),
};

const leastWords = 30;

export const checkedText = z
  .string()
  .max(100_000)
  .refine((text) => text.trim().split(/\s+/).length >= leastWords, {
    message: 'At least 30 words. | Au moins 30 mots.',
  })
  .describe('Plain text of at least 30 words and at most 100,000 characters');

const created = z.object({ score_request_id: z.string(), file_upload_url: z.url({ protocol: /^https$/ }) });
const stepMs = 3_000;
const steps = 20;

/** Hands a text in and waits a minute for its score; what takes longer is PENDING. */
export async function checkText<T>(client: VendorClient, check: Check<T>, text: string): Promise<Checked<T>> {
  const { score_request_id: requestId, file_upload_url: address } = await client.post(check.path, {
    json: { filename: 'document.txt' },
    reply: created,
  });
  // The address holds its own signature and lives for two minutes; our token is none of its business.
  const content = new TextEncoder().encode(text);
  await client.put(address, { bytes: { content, contentType: 'text/plain' }, reply: noReply, anonymous: true });
  return await awaited(client, check, requestId);
}

export async function readCheck<T>(client: VendorClient, check: Check<T>, requestId: string): Promise<Checked<T>> {
  const reply = z.object({ status: checkStatus, score: check.score.nullish() });
  const { status, score } = await client.get(`${check.path}${route`/${requestId}`}`, { reply });
  return { requestId, status, score: score ?? null };
}

async function awaited<T>(client: VendorClient, check: Check<T>, requestId: string): Promise<Checked<T>> {
  const pending = { requestId, status: 'PENDING', score: null } as const;
  for (let step = 0; step < steps; step += 1) {
    await client.wait(stepMs);
    try {
      const checked = await readCheck(client, check, requestId);
      if (checked.status !== 'PENDING') return checked;
    } catch (error) {
      // The text is handed in and counted: its id must not be lost to a failed look.
      if (error instanceof UpstreamUnavailable || error instanceof UpstreamRateLimited) return pending;
      throw error;
    }
  }
  return pending;
}
