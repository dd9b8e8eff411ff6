import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { cursorPage } from '../../../families/meta/cursor-page.js';
import { adsInsightSchema, hasOnePeriod, insightsInput, onePeriod, reportOf } from '../ads-insight.js';

const id = z.union([z.string().min(1), z.int()]).transform(String);
const startedReply = z
  .object({ report_run_id: id.optional(), id: id.optional() })
  .refine((reply) => reply.report_run_id ?? reply.id);
const stateReply = z.object({ async_status: z.string(), async_percent_completion: z.int().nullish() });
const reportOutput = z.object({
  status: z.string().describe('Job Completed, or what the report is at'),
  percent: z.int().nullish(),
  items: z.array(adsInsightSchema),
  nextCursor: z.string().nullable().describe('Also while the report is not ready: look again with it later'),
});

const pending = ['Job Not Started', 'Job Started', 'Job Running'];
const waitsMs = [3_000, 7_000, 10_000, 20_000, 30_000, 40_000];
/** The number of the report, and the place in it. */
const cursorPattern = /^(\d+)\|(.*)$/;

export const runAdsReport = defineAction({
  key: 'run_ads_report',
  effect: 'READ',
  description: {
    en: 'Has Facebook make a report of the ad account in the background, for what get_ads_insights cannot read at once, and waits up to two minutes for it. If status is not Job Completed then, call it again with nextCursor.',
    fr: 'Fait préparer par Facebook un rapport du compte publicitaire en arrière-plan, pour ce que get_ads_insights ne peut lire d’un coup, et l’attend jusqu’à deux minutes. Si status n’est pas Job Completed, rappelez-la avec nextCursor.',
  },
  input: insightsInput
    .extend({ cursor: z.string().regex(cursorPattern).optional().describe('nextCursor of the call before') })
    .refine(hasOnePeriod, onePeriod),
  output: reportOutput,
  async run(client, { cursor, ...input }) {
    const [, known, after = ''] = cursorPattern.exec(cursor ?? '') ?? [];
    const runId = known ?? (await start(client, input));
    const state = await finished(client, runId);
    const found = { status: state.async_status, percent: state.async_percent_completion };
    if (pending.includes(state.async_status)) return { ...found, items: [], nextCursor: `${runId}|${after}` };
    if (state.async_status !== 'Job Completed') return { ...found, items: [], nextCursor: null };
    const { items, nextCursor } = await client.get(route`/${runId}/insights`, {
      query: { limit: input.limit, after: after || undefined },
      reply: cursorPage(adsInsightSchema),
    });
    return { ...found, items, nextCursor: nextCursor && `${runId}|${nextCursor}` };
  },
});

/** https://developers.facebook.com/docs/marketing-api/insights/best-practices#asynchronous */
async function start(client: VendorClient, input: z.output<typeof insightsInput>): Promise<string> {
  const { fields, breakdowns, ...report } = reportOf(input);
  const started = await client.post('/insights', {
    base: 'ads',
    json: { ...report, fields: fields.split(','), breakdowns: breakdowns?.split(',') },
    reply: startedReply,
    readOnly: true,
  });
  return started.report_run_id ?? started.id ?? '';
}

async function finished(client: VendorClient, runId: string): Promise<z.output<typeof stateReply>> {
  const query = { fields: 'async_status,async_percent_completion' };
  const look = () => client.get(route`/${runId}`, { query, reply: stateReply });
  let state = await look();
  for (const ms of waitsMs) {
    if (!pending.includes(state.async_status)) break;
    await client.wait(ms);
    state = await look();
  }
  return state;
}
