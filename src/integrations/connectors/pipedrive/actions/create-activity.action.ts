import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { activityBody, activityFields, activitySchema } from '../activity.js';
import { dataOf } from '../pipedrive-page.js';

export const createActivity = defineAction({
  key: 'create_activity',
  effect: 'WRITE',
  description: {
    en: 'Plans an activity or a task (call, meeting, e-mail reminder) for a colleague. It invites nobody from outside. Pipedrive takes no idempotency key: list before trying again.',
    fr: 'Planifie une activité ou une tâche (appel, réunion, rappel d’e-mail) pour un collègue. Personne d’extérieur n’est invité. Pipedrive n’accepte pas de clé d’idempotence : listez avant de réessayer.',
  },
  input: activityFields.extend({
    subject: z.string().min(1).max(255),
    done: z.boolean().default(false).describe('True for what has taken place'),
  }),
  output: activitySchema,
  async run(client, { subject, done, ...fields }) {
    const json = { subject, done, ...activityBody(fields) };
    return (await client.post('/activities', { json, reply: dataOf(activitySchema) })).data;
  },
});
