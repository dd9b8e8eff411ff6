import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { publishedOutput, publishWhenReady } from '../publish.js';

export const publishContainer = defineAction({
  key: 'publish_container',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a photo, reel or story that another action prepared and that Instagram had not processed yet. A container lives 24 hours and can be published once; PUBLISHED without an id means that it is out already.',
    fr: 'Publie une photo, un reel ou une story qu’une autre action a préparé et qu’Instagram n’avait pas fini de traiter. Un conteneur vit 24 heures et ne se publie qu’une fois ; PUBLISHED sans id veut dire qu’il l’est déjà.',
  },
  input: z.object({
    containerId: z
      .string()
      .regex(/^\d{5,40}$/)
      .describe('container_id of the action before'),
  }),
  output: publishedOutput,
  run: (client, { containerId }) => publishWhenReady(client, containerId),
});
