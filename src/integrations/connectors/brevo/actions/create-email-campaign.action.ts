import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { createdCampaign } from '../campaign.js';

const person = z.object({ name: z.string().min(1).optional(), email: z.email() });
const abTest = z
  .object({
    subjectA: z.string().min(1).max(255),
    subjectB: z.string().min(1).max(255),
    splitRule: z.int().min(1).max(50).describe('Per cent of the recipients in each test group; 50 makes no winner'),
    winnerCriteria: z.enum(['open', 'click']).default('open'),
    winnerDelay: z.int().min(1).max(168).default(24).describe('Hours until the winner goes to everybody else'),
  })
  .refine(({ subjectA, subjectB }) => subjectA !== subjectB, {
    message: 'The subjects have to differ. | Les objets doivent être différents.',
    path: ['subjectB'],
  });

export const createEmailCampaign = defineAction({
  key: 'create_email_campaign',
  effect: 'WRITE',
  description: {
    en: 'Makes an e-mail campaign as a draft, plain or as an A/B test of two subjects; nothing is sent. Then send_test_email_campaign, and send_email_campaign or schedule_email_campaign. Counts among the 100 general requests of an hour.',
    fr: 'Crée une campagne e-mail en brouillon, simple ou en test A/B de deux objets ; rien n’est envoyé. Ensuite send_test_email_campaign, puis send_email_campaign ou schedule_email_campaign. Compte parmi les 100 requêtes générales par heure.',
  },
  input: z
    .object({
      name: z.string().min(1).max(255).describe('Seen in Brevo only'),
      sender: person.describe('One of list_senders'),
      subject: z.string().min(1).max(255).optional().describe('Left out with abTest'),
      previewText: z.string().min(1).max(255).optional(),
      htmlContent: z.string().min(10).optional(),
      templateId: z.int().positive().optional().describe('An active one of list_templates, instead of htmlContent'),
      replyTo: z.email().optional(),
      listIds: z.array(z.int().positive()).max(50).optional(),
      exclusionListIds: z.array(z.int().positive()).max(50).optional(),
      segmentIds: z.array(z.int().positive()).max(50).optional(),
      params: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .optional()
        .describe('Values for {{params.…}} in the content'),
      tag: z.string().min(1).optional(),
      utmCampaign: z
        .string()
        .regex(/^[A-Za-z0-9 ]+$/)
        .optional(),
      abTest: abTest.optional(),
    })
    .refine(({ htmlContent, templateId }) => (htmlContent === undefined) !== (templateId === undefined), {
      message: 'Give htmlContent or templateId. | Donnez htmlContent ou templateId.',
      path: ['htmlContent'],
    })
    .refine(({ subject, abTest: test }) => (subject === undefined) !== (test === undefined), {
      message: 'Give subject or abTest. | Donnez subject ou abTest.',
      path: ['subject'],
    })
    .refine(({ listIds, segmentIds }) => listIds ?? segmentIds, {
      message: 'Give listIds or segmentIds. | Donnez listIds ou segmentIds.',
      path: ['listIds'],
    }),
  output: createdCampaign,
  run: (client, { listIds, exclusionListIds, segmentIds, abTest: test, ...campaign }) =>
    client.post('/emailCampaigns', {
      json: {
        ...campaign,
        recipients: { listIds, exclusionListIds, segmentIds },
        ...(test && { abTesting: true, ...test }),
      },
      reply: createdCampaign,
    }),
});
