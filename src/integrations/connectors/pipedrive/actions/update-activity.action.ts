import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { activityBody, activityFields, activitySchema } from '../activity.js';
import { dataOf } from '../pipedrive-page.js';

export const updateActivity = defineAction({
  key: 'update_activity',
  effect: 'WRITE',
  description: {
    en: 'Completes (done true), reopens, reschedules or reassigns an activity or task. What is left out stays.',
    fr: 'Termine (done à true), rouvre, replanifie ou réattribue une activité ou une tâche. Ce qui est omis ne change pas.',
  },
  input: activityFields.extend({
    activityId: z.int().positive(),
    subject: z.string().min(1).max(255).optional(),
    done: z.boolean().optional(),
  }),
  output: activitySchema,
  async run(client, { activityId, subject, done, ...fields }) {
    const json = { subject, done, ...activityBody(fields) };
    return (await client.patch(route`/activities/${activityId}`, { json, reply: dataOf(activitySchema) })).data;
  },
});
