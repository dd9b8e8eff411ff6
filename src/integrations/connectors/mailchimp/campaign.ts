import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

const results = z.object({
  opens: z.number().nullish(),
  unique_opens: z.number().nullish(),
  open_rate: z.number().nullish(),
  clicks: z.number().nullish(),
  click_rate: z.number().nullish(),
});

/** https://mailchimp.com/developer/marketing/api/campaigns/ */
export const campaignSchema = z.object({
  id: z.string(),
  web_id: z.number().nullish().describe('In the address of the campaign in the app'),
  type: z.string().nullish(),
  status: z.string().nullish().describe('save (draft), paused, schedule, sending, sent, canceled'),
  create_time: z.string().nullish(),
  send_time: z.string().nullish(),
  emails_sent: z.number().nullish(),
  recipients: z
    .object({
      list_id: z.string().nullish(),
      list_name: z.string().nullish(),
      recipient_count: z.number().nullish(),
      segment_text: z.string().nullish(),
    })
    .nullish(),
  settings: z
    .object({
      title: z.string().nullish(),
      subject_line: z.string().nullish(),
      preview_text: z.string().nullish(),
      from_name: z.string().nullish(),
      reply_to: z.string().nullish(),
    })
    .nullish(),
  report_summary: results.nullish(),
});

export const campaignId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,40}$/)
  .describe('id of list_campaigns');

export const listId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,40}$/)
  .describe('id of list_audiences');

export const templateContent = z.object({
  id: z.int().positive(),
  sections: z.record(z.string(), z.string()).optional().describe('Editable area (mc:edit) → HTML'),
});

/** Whom and as whom, alike for all campaigns. */
export const campaignFields = {
  listId,
  segmentId: z.int().positive().optional().describe('Of list_segments; the whole audience without it'),
  title: z.string().min(1).max(100).describe('For yourself; recipients do not see it'),
  previewText: z.string().max(150).optional(),
  trackOpens: z.boolean().optional(),
  trackClicks: z.boolean().optional(),
};

export function recipientsOf({ listId: list, segmentId }: { listId: string; segmentId?: number | undefined }) {
  return { list_id: list, ...(segmentId !== undefined && { segment_opts: { saved_segment_id: segmentId } }) };
}

export function trackingOf(tracking: { trackOpens?: boolean | undefined; trackClicks?: boolean | undefined }) {
  return { opens: tracking.trackOpens, html_clicks: tracking.trackClicks };
}

export const checklist = z.object({
  is_ready: z.boolean().nullish(),
  items: z
    .array(
      z.object({
        type: z.string().nullish().describe('success, warning or error'),
        heading: z.string().nullish(),
        details: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** https://mailchimp.com/developer/marketing/api/campaign-checklist/ */
export function checkCampaignOf(client: VendorClient, id: string): Promise<z.output<typeof checklist>> {
  return client.get(route`/campaigns/${id}/send-checklist`, {
    query: { fields: 'is_ready,items.type,items.heading,items.details' },
    reply: checklist,
  });
}

/** What became of a wish to send: done, or why not. */
export const sendOutcome = z.object({
  status: z.enum(['sending', 'scheduled', 'not_ready']),
  problems: z.array(z.string()).describe('What has to be mended first; empty where it was done'),
});

export function problemsOf({ items }: z.output<typeof checklist>): string[] {
  const errors = (items ?? []).filter(({ type }) => type === 'error');
  return errors.map(({ heading, details }) => [heading, details].filter(Boolean).join(': '));
}
