import { z } from 'zod';
import { noReply, RightsMissing } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { restliKey } from './restli.js';

const imageReply = z.object({ value: z.object({ image: z.string(), uploadUrl: z.string() }) });
const documentReply = z.object({ value: z.object({ document: z.string(), uploadUrl: z.string() }) });
const videoReply = z.object({
  value: z.object({
    video: z.string(),
    uploadToken: z.string().nullish(),
    uploadInstructions: z.array(z.object({ uploadUrl: z.string(), firstByte: z.number(), lastByte: z.number() })),
  }),
});
const statusReply = z.object({ status: z.string().nullish() });

const contentType = 'application/octet-stream';
const timeoutMs = 60_000;
const waitMs = 5_000;
const waitLimitMs = 100_000;

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api */
export async function uploadImage(client: VendorClient, owner: string, content: Uint8Array): Promise<string> {
  const { value } = await initialize(client, '/images', { owner, reply: imageReply });
  await client.put(value.uploadUrl, { bytes: { content, contentType }, reply: noReply, timeoutMs });
  return value.image;
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/documents-api */
export async function uploadDocument(client: VendorClient, owner: string, content: Uint8Array): Promise<string> {
  const { value } = await initialize(client, '/documents', { owner, reply: documentReply });
  await client.put(value.uploadUrl, { bytes: { content, contentType }, reply: noReply, timeoutMs });
  return value.document;
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api */
export async function uploadVideo(client: VendorClient, owner: string, content: Uint8Array): Promise<string> {
  const size = { fileSizeBytes: content.byteLength, uploadCaptions: false, uploadThumbnail: false };
  const { value } = await initialize(client, '/videos', { owner, ...size, reply: videoReply });
  const uploadedPartIds: string[] = [];
  for (const { uploadUrl, firstByte, lastByte } of value.uploadInstructions) {
    const part = content.subarray(firstByte, lastByte + 1);
    const bytes = { content: part, contentType };
    const { headers } = await client.call('PUT', uploadUrl, { bytes, reply: noReply, timeoutMs });
    uploadedPartIds.push(headers.etag ?? '');
  }
  await client.post('/videos', {
    query: { action: 'finalizeUpload' },
    json: {
      finalizeUploadRequest: { video: value.video, uploadToken: value.uploadToken ?? '', uploadedPartIds },
    },
    reply: noReply,
  });
  return value.video;
}

/** How far LinkedIn is with a file: `AVAILABLE`, `PROCESSING`, `PROCESSING_FAILED`; waits up to 100 seconds. */
export async function statusWhenReady(client: VendorClient, path: string, urn: string): Promise<string> {
  let status = await statusOf(client, path, urn);
  for (let waited = 0; isPending(status) && waited < waitLimitMs; waited += waitMs) {
    await client.wait(waitMs);
    status = await statusOf(client, path, urn);
  }
  return status;
}

async function statusOf(client: VendorClient, path: string, urn: string): Promise<string> {
  try {
    const { status } = await client.get(`${path}/${restliKey(urn)}`, { reply: statusReply });
    return status ?? 'UNKNOWN';
  } catch (error) {
    // Apps that may only post may not look.
    if (error instanceof RightsMissing) return 'UNKNOWN';
    throw error;
  }
}

function isPending(status: string): boolean {
  return status === 'PROCESSING' || status === 'WAITING_UPLOAD';
}

function initialize<T>(
  client: VendorClient,
  path: string,
  { reply, ...request }: { owner: string; reply: z.ZodType<T> } & Readonly<Record<string, unknown>>,
): Promise<T> {
  const json = { initializeUploadRequest: request };
  return client.post(path, { query: { action: 'initializeUpload' }, json, reply });
}
