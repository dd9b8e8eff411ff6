import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { changeTags, tagFields } from '../subscriber.js';

export const startTagFlow = defineAction({
  key: 'start_tag_flow',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Adds tags to a subscriber so that the flows that begin with them start, which can send e-mails at once. The flow itself is built in the app.',
    fr: 'Ajoute des étiquettes à un abonné pour démarrer les parcours qui commencent par elles, ce qui peut envoyer aussitôt des e-mails. Le parcours lui-même se crée dans l’application.',
  },
  input: z.object({
    listId: tagFields.listId,
    email: tagFields.email,
    tags: z.array(z.string().min(1)).min(1).max(50),
  }),
  output: z.object({ tagged: z.boolean() }),
  async run(client, { tags, ...subscriber }) {
    await changeTags(client, { ...subscriber, add: tags, remove: [] }, { startsFlows: true });
    return { tagged: true };
  },
});
