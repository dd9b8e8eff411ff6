import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { campaignFields, campaignSchema, recipientsOf, templateContent, trackingOf } from '../campaign.js';

const abTest = campaignSchema.extend({
  variate_settings: z
    .object({
      winner_criteria: z.string().nullish(),
      test_size: z.number().nullish(),
      wait_time: z.number().nullish(),
      combinations: z.array(z.object({ id: z.string().nullish(), recipients: z.number().nullish() })).nullish(),
    })
    .nullish(),
});

const input = z
  .object({
    ...campaignFields,
    subjectLines: z.array(z.string().min(1).max(150)).min(1).max(3),
    senders: z
      .array(z.object({ fromName: z.string().min(1).max(100), replyTo: z.email() }))
      .min(1)
      .max(3)
      .describe('On domains that are verified in Mailchimp'),
    contents: z
      .array(
        z.object({
          label: z.string().min(1).max(100),
          html: z.string().min(1).optional(),
          template: templateContent.optional(),
        }),
      )
      .min(1)
      .max(3),
    winner: z.enum(['opens', 'clicks', 'manual', 'total_revenue']),
    waitMinutes: z.int().min(1).max(43_200).default(240).describe('Before the winner is chosen'),
    testPercent: z.int().min(10).max(100).default(30).describe('Part of the recipients that gets the test'),
  })
  .refine(({ contents }) => contents.every(({ html, template }) => (html === undefined) !== (template === undefined)), {
    path: ['contents'],
    message: 'Each content has html or a template. | Chaque contenu a html ou un modèle.',
  })
  .refine(combinationsAreFew, {
    path: ['subjectLines'],
    message: 'Vary something, in at most 8 combinations. | Variez quelque chose, en 8 combinaisons au plus.',
  });

interface Variants {
  subjectLines: unknown[];
  senders: unknown[];
  contents: unknown[];
}

function combinationsAreFew({ subjectLines, senders, contents }: Variants): boolean {
  const combinations = subjectLines.length * senders.length * contents.length;
  return combinations > 1 && combinations <= 8;
}

/** https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ */
export const createAbTest = defineAction({
  key: 'create_ab_test',
  effect: 'WRITE',
  description: {
    en: 'Makes a draft that tests subject lines, senders or contents, up to three of each; needs a plan with A/B tests. Nothing is sent: see send_campaign. Results: list_ab_results.',
    fr: 'Crée un brouillon qui teste des objets, expéditeurs ou contenus, trois de chaque au plus ; demande une offre avec tests A/B. Rien n’est envoyé : voir send_campaign. Résultats : list_ab_results.',
  },
  input,
  output: abTest,
  async run(client, given) {
    const campaign = await client.post('/campaigns', {
      json: {
        type: 'variate',
        recipients: recipientsOf(given),
        settings: { title: given.title, preview_text: given.previewText },
        tracking: trackingOf(given),
        variate_settings: {
          winner_criteria: given.winner,
          wait_time: given.waitMinutes,
          test_size: given.testPercent,
          subject_lines: given.subjectLines,
          from_names: given.senders.map(({ fromName }) => fromName),
          reply_to_addresses: given.senders.map(({ replyTo }) => replyTo),
        },
      },
      reply: abTest,
    });
    await client.put(route`/campaigns/${campaign.id}/content`, {
      json: {
        variate_contents: given.contents.map(({ label, ...content }) => ({ content_label: label, ...content })),
      },
      reply: z.object({}),
    });
    return campaign;
  },
});
