import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { eventListReply } from '../event-list.js';

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#get-events-list */
export const listEvents = defineAction({
  key: 'list_events',
  effect: 'READ',
  description: {
    en: 'Lists the events of the project with this week’s totals. Queries take the name in "value". Hidden events are not listed.',
    fr: 'Liste les événements du projet avec les totaux de la semaine. Les requêtes prennent le nom donné dans « value ». Les événements masqués n’y sont pas.',
  },
  input: z.object({}),
  output: z.object({ items: eventListReply.shape.data }),
  async run(client) {
    const { data } = await client.get('/api/2/events/list', { reply: eventListReply });
    return { items: data };
  },
});
