import { z } from 'zod';

const count = z.number().nullish();

/** Counts of one campaign, of the last six months only: https://developers.brevo.com/reference/get-email-campaign */
const campaignStats = z.object({
  sent: count,
  delivered: count,
  uniqueViews: count.describe('Recipients who opened, as far as their mail programs tell'),
  estimatedViews: count.describe('Openings estimated without the privacy protection of mail programs'),
  uniqueClicks: count,
  unsubscriptions: count,
  complaints: count,
  hardBounces: count,
  softBounces: count,
});

/** What is kept of an e-mail campaign; its content is left out. */
export const emailCampaign = z.object({
  id: z.int(),
  name: z.string(),
  subject: z.string().nullish(),
  status: z.string().describe('draft, sent, archive, queued, suspended or in process'),
  type: z.string().nullish(),
  scheduledAt: z.string().nullish(),
  sentDate: z.string().nullish(),
  abTesting: z.boolean().nullish(),
  subjectA: z.string().nullish(),
  subjectB: z.string().nullish(),
  statistics: z.object({ globalStats: campaignStats.nullish() }).nullish(),
});

export const campaignId = z.int().positive().describe('Id of the campaign');
export const createdCampaign = z.object({ id: z.int() });
export const campaignStatus = z.enum(['suspended', 'archive', 'sent', 'queued', 'draft', 'inProcess']);

/** A moment as Brevo takes it. */
export const moment = z.iso.datetime({ offset: true }).describe('With time zone: 2026-12-01T09:00:00+01:00');
