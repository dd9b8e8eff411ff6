import { z } from 'zod';

export const emailId = z.string().regex(/^\d{1,20}$/);

/** What is kept of a marketing e-mail; HubSpot's replies hold the whole design. */
export const marketingEmail = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  subject: z.string().nullish(),
  state: z.string().nullish().describe('DRAFT, SCHEDULED, PUBLISHED, AUTOMATED …'),
  type: z.string().nullish(),
  isPublished: z.boolean().nullish(),
  isAb: z.boolean().nullish(),
  publishDate: z.string().nullish(),
  updatedAt: z.string().nullish(),
  previewKey: z.string().nullish(),
});

const segmentIds = z
  .array(z.string().regex(/^\d{1,20}$/))
  .max(100)
  .optional();

/** What can be written of a draft. */
export const emailInput = z.object({
  name: z.string().min(1).max(255).optional().describe('For colleagues'),
  subject: z.string().min(1).max(255).optional(),
  previewText: z.string().max(255).optional().describe('Shown beside the subject; taken together with html'),
  html: z
    .string()
    .max(200_000)
    .optional()
    .describe('The main text; personalise with {{ contact.firstname }}. Images by their public address'),
  plainText: z.string().max(100_000).optional().describe('Taken together with html; default made by HubSpot'),
  templatePath: z
    .string()
    .max(255)
    .default('@hubspot/email/dnd/Plain_email.html')
    .describe('The layout that html is put into'),
  moduleName: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/)
    .default('module-0-0-0')
    .describe('The rich-text module of the layout that takes html'),
  fromName: z.string().max(255).optional(),
  replyTo: z.email().optional(),
  segmentIds: segmentIds.describe('Who gets it, from find_segments'),
  excludedSegmentIds: segmentIds.describe('Who never gets it'),
  campaignId: z.uuid().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]{2})?$/)
    .optional(),
});

type EmailInput = z.output<typeof emailInput>;

export function emailBody(input: EmailInput) {
  const { name, subject, campaignId, language } = input;
  return {
    name,
    subject,
    campaign: campaignId,
    language,
    content: contentOf(input),
    from: someOf({ fromName: input.fromName, replyTo: input.replyTo }),
    to: recipientsOf(input),
  };
}

/** A draft is written as a whole: a layout, and the module in it that holds the text. */
function contentOf({ html, previewText, plainText, templatePath, moduleName }: EmailInput) {
  if (html === undefined) return undefined;
  const text = { type: 'module', id: moduleName, name: moduleName, body: { path: '@hubspot/rich_text', html } };
  const preview = { type: 'text', id: 'preview_text', name: 'preview_text', body: { value: previewText } };
  return {
    templatePath,
    plainTextVersion: plainText,
    widgets: { [moduleName]: text, ...(previewText !== undefined && { preview_text: preview }) },
  };
}

/** Legacy list ids are no longer read; those of segments stand in `contactIlsLists`. */
function recipientsOf({ segmentIds: include, excludedSegmentIds: exclude }: EmailInput) {
  if (!include && !exclude) return undefined;
  return { contactIlsLists: { include: include ?? [], exclude: exclude ?? [] } };
}

function someOf<T extends Record<string, string | undefined>>(parts: T): T | undefined {
  return Object.values(parts).some((part) => part !== undefined) ? parts : undefined;
}

/** Parts of a design that come with a main text only. */
export const needsHtml = {
  holds: ({ html, previewText, plainText }: Pick<EmailInput, 'html' | 'previewText' | 'plainText'>) =>
    html !== undefined || (previewText === undefined && plainText === undefined),
  message: {
    message: 'Give html together with previewText and plainText. | Indiquez html avec previewText et plainText.',
    path: ['html'],
  },
};
