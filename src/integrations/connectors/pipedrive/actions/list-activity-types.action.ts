import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dataOf } from '../pipedrive-page.js';

const activityType = z.object({
  id: z.int(),
  name: z.string().nullish(),
  key_string: z.string().nullish().describe('What create_activity takes as type'),
  active_flag: z.boolean().nullish(),
  is_custom_flag: z.boolean().nullish(),
});

export const listActivityTypes = defineAction({
  key: 'list_activity_types',
  effect: 'READ',
  description: {
    en: 'Lists the account’s types of activity, its own ones included. They seldom change.',
    fr: 'Liste les types d’activité du compte, y compris les siens. Ils changent rarement.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(activityType) }),
  async run(client) {
    const reply = dataOf(z.array(activityType).nullish());
    return { items: (await client.get('/activityTypes', { base: 'v1', reply })).data ?? [] };
  },
});
