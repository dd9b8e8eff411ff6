import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { emailId, marketingEmail } from '../marketing-email.js';

export const createAbVariation = defineAction({
  key: 'create_ab_variation',
  effect: 'WRITE',
  description: {
    en: 'Makes an A/B test of a draft by adding its second version, which is a draft too. Set the recipients before. Needs Marketing Hub Professional.',
    fr: 'Transforme un brouillon en test A/B en ajoutant sa seconde version, elle aussi à l’état de brouillon. Choisissez les destinataires avant. Nécessite Marketing Hub Pro.',
  },
  input: z.object({ emailId, variationName: z.string().min(1).max(255) }),
  output: marketingEmail,
  run: (client, { emailId: contentId, variationName }) =>
    client.post(route`/marketing/emails/${apiVersion}/ab-test/create-variation`, {
      json: { contentId, variationName },
      reply: marketingEmail,
    }),
});
