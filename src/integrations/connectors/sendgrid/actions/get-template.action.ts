import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { templateSchema, versionSchema } from '../template.js';

const whole = templateSchema.extend({
  versions: z
    .array(versionSchema.extend({ html_content: z.string().nullish(), plain_content: z.string().nullish() }))
    .nullish(),
});

export const getTemplate = defineAction({
  key: 'get_template',
  effect: 'READ',
  description: {
    en: 'Reads a template with the content of its versions; {{names}} in them are what templateData fills in.',
    fr: 'Lit un modèle avec le contenu de ses versions ; les {{noms}} qui s’y trouvent sont remplis par templateData.',
  },
  input: z.object({ templateId: z.string().regex(/^(d-[0-9a-f]{32}|[0-9a-f-]{36})$/) }),
  output: whole,
  run: (client, { templateId }) => client.get(route`/templates/${templateId}`, { reply: whole }),
});
