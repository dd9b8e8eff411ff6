import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const taskType = z.object({ id: z.string(), title: z.string().nullish() });

export const listTaskTypes = defineAction({
  key: 'list_task_types',
  effect: 'READ',
  description: {
    en: 'Lists the kinds of tasks: call, e-mail, meeting… create_task needs one of their ids.',
    fr: 'Liste les types de tâches : appel, e-mail, réunion… create_task a besoin d’un de leurs identifiants.',
  },
  input: z.object({}),
  output: z.object({ taskTypes: z.array(taskType) }),
  async run(client) {
    // A list by the guide, one object by the vendor's description: https://developers.brevo.com/reference/get-all-task-types
    const found = await client.get('/crm/tasktypes', { reply: z.union([z.array(taskType), taskType]) });
    return { taskTypes: Array.isArray(found) ? found : [found] };
  },
});
