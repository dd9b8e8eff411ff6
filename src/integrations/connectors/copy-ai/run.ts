import { z } from 'zod';
import { HttpFailure, route, UpstreamRateLimited, UpstreamUnavailable } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** One run of a workflow: https://docs.copy.ai/ */
export const runSchema = z.object({
  id: z.string(),
  status: z.string().describe('NEW, WAITING, PROCESSING, RETRYING, COMPLETE or FAILED'),
  input: z.record(z.string(), z.unknown()).nullish(),
  output: z.record(z.string(), z.unknown()).nullish().describe('Texts by the name of the workflow’s output'),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  createdAt: z.string().nullish(),
  credits: z.number().nullish().describe('What the run cost'),
});
type Run = z.output<typeof runSchema>;

const startedRun = z.object({ data: z.object({ id: z.string() }) });

const runPage = z.object({
  data: z.object({
    total: z.coerce.number().nullish().catch(null),
    data: z.array(runSchema).nullish(),
  }),
});

/** What an action that waits for its run answers. */
export const finishedRun = z.object({
  workflowId: z.string(),
  runId: z.string().describe('For get_workflow_run'),
  status: z.string().describe('COMPLETE; FAILED; anything else: still running, ask get_workflow_run in a while'),
  output: runSchema.shape.output,
  credits: runSchema.shape.credits,
});

const over: ReadonlySet<string> = new Set(['COMPLETE', 'FAILED']);
/** Altogether a hundred seconds. */
const waitsMs = [2_000, 3_000, 5_000, ...Array.from({ length: 9 }, () => 10_000)];

export async function startRun(client: VendorClient, workflowId: string, start: object): Promise<string> {
  const { data } = await client.post(route`/workflow/${workflowId}/run`, { json: start, reply: startedRun });
  return data.id;
}

export async function readRun(client: VendorClient, workflowId: string, runId: string): Promise<Run> {
  const reply = z.object({ data: runSchema });
  return (await client.get(route`/workflow/${workflowId}/run/${runId}`, { reply })).data;
}

/** Runs a workflow and waits for its texts; what takes longer can be read later. */
export async function runAndWait(
  client: VendorClient,
  workflowId: string,
  startVariables: Readonly<Record<string, string>>,
): Promise<z.input<typeof finishedRun>> {
  const runId = await startRun(client, workflowId, { startVariables });
  let latest: Run = { id: runId, status: 'NEW' };
  for (const ms of waitsMs) {
    await client.wait(ms);
    try {
      latest = await readRun(client, workflowId, runId);
    } catch (error) {
      // The run is paid for: its id must not be lost to a failed look.
      if (error instanceof UpstreamUnavailable || error instanceof UpstreamRateLimited) break;
      throw error;
    }
    if (over.has(latest.status)) break;
  }
  const { status, output, credits } = latest;
  return { workflowId, runId, status, output, credits };
}

/** One page of a workflow's runs, newest first. */
export async function readRuns(client: VendorClient, workflowId: string, page: { size: number; page: number }) {
  const { data } = await client.get(route`/workflow/${workflowId}/run`, { query: page, reply: runPage });
  return { total: data.total ?? null, runs: data.data ?? [] };
}

/** The newest run of a workflow; undefined where there is no such workflow. */
export async function newestRun(client: VendorClient, workflowId: string): Promise<Run | null | undefined> {
  try {
    return (await readRuns(client, workflowId, { size: 1, page: 1 })).runs[0] ?? null;
  } catch (error) {
    if (error instanceof HttpFailure && error.kind === 'not_found') return undefined;
    throw error;
  }
}
