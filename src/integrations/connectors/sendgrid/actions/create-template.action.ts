import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const created = z.object({
  templateId: z.string(),
  versionId: z.string().nullable(),
  warnings: z.array(z.string()).describe('What SendGrid says against the content'),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/transactional-templates/create-a-transactional-template */
export const createTemplate = defineAction({
  key: 'create_template',
  effect: 'WRITE',
  description: {
    en: 'Makes a dynamic template with one version; nothing is sent. If the content is refused, an empty template stays. Sent twice, there are two: look with list_templates first.',
    fr: 'Crée un modèle dynamique avec une version ; rien n’est envoyé. Si le contenu est refusé, un modèle vide reste. Envoyée deux fois, elle en donne deux : vérifiez d’abord avec list_templates.',
  },
  input: z.object({
    name: z.string().min(1).max(100),
    subject: z.string().min(1).max(255).describe('May hold {{names}}'),
    html: z.string().min(1).max(1_048_576).describe('Handlebars: {{firstName}}, {{#if …}}'),
    text: z.string().min(1).max(1_048_576).optional().describe('Made from the HTML without it'),
    active: z.boolean().default(true).describe('Whether it is the version that is sent'),
  }),
  output: created,
  async run(client, { name, subject, html, text, active }) {
    const template = await client.post('/templates', {
      json: { name, generation: 'dynamic' },
      reply: z.object({ id: z.string() }),
    });
    const version = await client.post(route`/templates/${template.id}/versions`, {
      json: {
        name,
        subject,
        html_content: html,
        active: active ? 1 : 0,
        ...(text !== undefined && { plain_content: text, generate_plain_content: false }),
      },
      reply: z.object({
        id: z.string().nullish(),
        warnings: z.array(z.object({ message: z.string().nullish() })).nullish(),
      }),
    });
    const warnings = (version.warnings ?? []).flatMap(({ message }) => (message ? [message] : []));
    return { templateId: template.id, versionId: version.id ?? null, warnings };
  },
});
