import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { dataOf } from '../pipedrive-page.js';

const userSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  active_flag: z.boolean().nullish(),
  default_currency: z.string().nullish(),
  timezone_name: z.string().nullish(),
});

export const listUsers = defineAction({
  key: 'list_users',
  effect: 'READ',
  description: {
    en: 'Lists the colleagues who can own deals and activities.',
    fr: 'Liste les collègues qui peuvent être propriétaires d’affaires et d’activités.',
  },
  input: z.object({}),
  output: z.object({ items: z.array(userSchema) }),
  async run(client) {
    const reply = dataOf(z.array(userSchema).nullish());
    return { items: (await client.get('/users', { base: 'v1', reply })).data ?? [] };
  },
});
