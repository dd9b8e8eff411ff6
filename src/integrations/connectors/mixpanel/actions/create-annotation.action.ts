import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const annotation = z.object({
  id: z.number(),
  date: z.string().nullish(),
  description: z.string().nullish(),
  tags: z.array(z.object({ id: z.number().nullish(), name: z.string().nullish() })).nullish(),
});

/** https://docs.mixpanel.com/reference/create-annotation */
export const createAnnotation = defineAction({
  key: 'create_annotation',
  effect: 'WRITE',
  description: {
    en: 'Marks a moment on all charts of the project, for everyone in it. Needs the Analyst role. Sent twice, it stands there twice.',
    fr: 'Marque un moment sur tous les graphiques du projet, pour tous ses membres. Demande le rôle Analyst. Envoyée deux fois, elle apparaît deux fois.',
  },
  input: z.object({
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
      .describe('YYYY-MM-DD HH:mm:ss, in the time zone of the project'),
    description: z.string().min(1),
    tagIds: z.array(z.int()).max(20).optional(),
  }),
  output: annotation,
  async run(client, { date, description, tagIds }) {
    const { results } = await client.post(route`/app/projects/${client.settings.text('projectId')}/annotations`, {
      json: { date, description, ...(tagIds && { tags: tagIds }) },
      reply: z.object({ results: annotation }),
    });
    return results;
  },
});
