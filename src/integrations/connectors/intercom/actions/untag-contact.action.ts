import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const tag = z.object({ id: z.string(), name: z.string().nullish() });

export const untagContact = defineAction({
  key: 'untag_contact',
  effect: 'WRITE',
  description: {
    en: 'Takes a tag off a contact; the tag itself stays.',
    fr: 'Retire une étiquette d’un contact ; l’étiquette elle-même reste.',
  },
  input: z.object({
    contactId: z.string().min(1).max(64),
    tagId: z.string().min(1).max(64).describe('As tag_contact gave it'),
  }),
  output: tag,
  run: (client, { contactId, tagId }) => client.delete(route`/contacts/${contactId}/tags/${tagId}`, { reply: tag }),
});
