import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { changeTags, tagFields } from '../subscriber.js';

export const tagSubscriber = defineAction({
  key: 'tag_subscriber',
  effect: 'WRITE',
  description: {
    en: 'Adds tags to a subscriber and takes others away, without starting any flow. To start one: start_tag_flow.',
    fr: 'Ajoute des étiquettes à un abonné et en retire d’autres, sans démarrer de parcours. Pour en démarrer un : start_tag_flow.',
  },
  input: z.object(tagFields).refine(({ add, remove }) => add.length + remove.length > 0, {
    path: ['add'],
    message: 'Give at least one tag. | Donnez au moins une étiquette.',
  }),
  output: z.object({ tagged: z.boolean() }),
  async run(client, input) {
    await changeTags(client, input, { startsFlows: false });
    return { tagged: true };
  },
});
