import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { triggerReply, triggerSchema } from '../trigger.js';

export const createAutoReply = defineAction({
  key: 'create_auto_reply',
  effect: 'WRITE',
  description: {
    en: 'Prepares an automatic reply to new public tickets as a trigger that is switched off. set_trigger_active switches it on. Takes an administrator. Zendesk takes no idempotency key for it: look at list_triggers before trying again.',
    fr: 'Prépare une réponse automatique aux nouveaux tickets publics, sous forme d’un déclencheur désactivé. set_trigger_active l’active. Exige un administrateur. Zendesk n’accepte pas de clé d’idempotence ici : regardez list_triggers avant de réessayer.',
  },
  input: z.object({
    title: z.string().min(1).max(255).describe('For agents'),
    subject: z.string().min(1).max(255).describe('Of the e-mail; {{ticket.id}}, {{ticket.title}} are filled in'),
    body: z.string().min(1).describe('Of the e-mail; {{ticket.requester.first_name}} and the like are filled in'),
    onlyTag: z.string().regex(/^\S+$/).optional().describe('Only for tickets with this tag'),
  }),
  output: triggerSchema,
  async run(client, { title, subject, body, onlyTag }) {
    const tagged = { field: 'current_tags', operator: 'includes', value: onlyTag };
    const json = {
      trigger: {
        title,
        active: false,
        conditions: {
          all: [
            { field: 'update_type', operator: 'is', value: 'Create' },
            { field: 'ticket_is_public', operator: 'is', value: 'public' },
            ...(onlyTag === undefined ? [] : [tagged]),
          ],
          any: [],
        },
        actions: [{ field: 'notification_user', value: ['requester_id', subject, body] }],
      },
    };
    return (await client.post('/triggers', { json, reply: triggerReply })).trigger;
  },
});
