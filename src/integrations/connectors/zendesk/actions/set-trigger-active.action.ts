import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { triggerSchema } from '../trigger.js';

const changed = z.object({ triggers: z.array(triggerSchema) });

export const setTriggerActive = defineAction({
  key: 'set_trigger_active',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Switches a trigger on or off. One that sends e-mails writes to every customer it applies to from then on. Takes an administrator.',
    fr: 'Active ou désactive un déclencheur. S’il envoie des e-mails, il écrit dès lors à chaque client concerné. Exige un administrateur.',
  },
  input: z.object({ triggerId: z.int().positive(), active: z.boolean() }),
  output: z.object({ items: z.array(triggerSchema) }),
  async run(client, { triggerId, active }) {
    const json = { triggers: [{ id: triggerId, active }] };
    const { triggers } = await client.put('/triggers/update_many', { json, reply: changed });
    return { items: triggers };
  },
});
