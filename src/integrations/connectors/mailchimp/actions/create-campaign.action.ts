import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignFields, campaignSchema, recipientsOf, templateContent, trackingOf } from '../campaign.js';

const input = z
  .object({
    ...campaignFields,
    type: z.enum(['regular', 'plaintext']).default('regular'),
    subjectLine: z.string().min(1).max(150),
    fromName: z.string().min(1).max(100),
    replyTo: z.email().describe('On a domain that is verified in Mailchimp'),
    html: z.string().min(1).optional(),
    plainText: z.string().min(1).optional().describe('Made from the HTML without it'),
    template: templateContent.optional(),
    contentUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Where Mailchimp fetches the HTML'),
  })
  .refine(({ html, template, contentUrl }) => [html, template, contentUrl].filter(Boolean).length <= 1, {
    path: ['html'],
    message: 'Give only one of html, template and contentUrl. | Donnez un seul de html, template et contentUrl.',
  })
  .refine(({ html, plainText, template, contentUrl }) => [html, plainText, template, contentUrl].some(Boolean), {
    path: ['html'],
    message: 'Give the content. | Donnez le contenu.',
  });

/** https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ */
export const createCampaign = defineAction({
  key: 'create_campaign',
  effect: 'WRITE',
  description: {
    en: 'Makes a draft with its content; nothing is sent: see check_campaign, send_test_email and send_campaign. If the content is refused, an empty draft stays. Sent twice, there are two drafts.',
    fr: 'Crée un brouillon avec son contenu ; rien n’est envoyé : voir check_campaign, send_test_email et send_campaign. Si le contenu est refusé, un brouillon vide reste. Envoyée deux fois, elle donne deux brouillons.',
  },
  input,
  output: campaignSchema,
  async run(client, given) {
    const campaign = await client.post('/campaigns', {
      json: {
        type: given.type,
        recipients: recipientsOf(given),
        settings: {
          title: given.title,
          subject_line: given.subjectLine,
          preview_text: given.previewText,
          from_name: given.fromName,
          reply_to: given.replyTo,
        },
        tracking: trackingOf(given),
      },
      reply: campaignSchema,
    });
    await client.put(route`/campaigns/${campaign.id}/content`, {
      json: { html: given.html, plain_text: given.plainText, template: given.template, url: given.contentUrl },
      reply: z.object({}),
    });
    return campaign;
  },
});
