import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { bytesReply, route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';
import { parseCsv } from './parse-csv.js';
import { readSelf } from './self.js';

const jobReply = z.object({ job_identifier: z.string(), status: z.string() });

interface ReportOrder {
  datasetId: string;
  attributeIds: readonly string[];
  startTime: number;
  endTime: number;
}

interface Report {
  /** Intercom's own word for how the job ended: complete, failed, no_data. */
  status: string;
  table: string[][];
}

const endedWithoutData: ReadonlySet<string> = new Set(['failed', 'no_data', 'canceled', 'cancelled']);
const longestWaitMs = 10_000;
const mostBytes = 50 * 1024 * 1024;

/**
 * Orders a table of figures, waits for it and fetches it.
 *
 * @throws UpstreamUnavailable when it is not made within two minutes.
 */
export async function fetchReport(client: VendorClient, order: ReportOrder): Promise<Report> {
  const { app } = await readSelf(client);
  const job = await client.post('/export/reporting_data/enqueue', {
    json: {
      dataset_id: order.datasetId,
      attribute_ids: order.attributeIds,
      start_time: order.startTime,
      end_time: order.endTime,
    },
    reply: jobReply,
  });
  const of = { app_id: app?.id_code ?? undefined, job_identifier: job.job_identifier };
  const status = await ended(client, of);
  if (!status.startsWith('complete')) return { status, table: [] };
  const content = await client.get(route`/download/reporting_data/${job.job_identifier}`, {
    query: of,
    headers: { accept: 'application/octet-stream' },
    reply: bytesReply,
  });
  return { status: 'complete', table: parseCsv(unpacked(content).toString('utf8')) };
}

async function ended(
  client: VendorClient,
  of: { app_id: string | undefined; job_identifier: string },
): Promise<string> {
  const query = { ...of, client_id: client.settings.optionalText('clientId') };
  for (let waitMs = 1000; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    const { status } = await client.get(route`/export/reporting_data/${of.job_identifier}`, { query, reply: jobReply });
    if (status.startsWith('complete') || endedWithoutData.has(status)) return status;
    await client.wait(waitMs);
  }
}

/** Tables come packed or plain. */
function unpacked(content: Buffer): Buffer {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  return isGzip ? gunzipSync(content, { maxOutputLength: mostBytes }) : content;
}
