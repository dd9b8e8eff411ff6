import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const settings = z.object({
  primary_language: z.string(),
  supported_languages: z.array(z.string()).nullish(),
  portal_languages: z.array(z.string()).nullish(),
});

export const getPortalSettings = defineAction({
  key: 'get_portal_settings',
  effect: 'READ',
  description: {
    en: 'Reads the languages of the helpdesk and of its customer portal. Freshdesk has no API for the portal’s theme, pages or widgets.',
    fr: 'Lit les langues du helpdesk et de son portail client. Freshdesk n’a pas d’API pour le thème, les pages ou les widgets du portail.',
  },
  input: z.object({}),
  output: settings,
  run: (client) => client.get('/settings/helpdesk', { reply: settings }),
});
