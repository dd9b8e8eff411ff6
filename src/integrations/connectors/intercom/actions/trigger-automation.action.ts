import { z } from 'zod';
import { noReply } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { unixSeconds } from '../unix-time.js';

export const triggerAutomation = defineAction({
  key: 'trigger_automation',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Reports an event of a contact, which starts the workflows, bots and campaigns that wait for it: they may write to the contact at once. Nothing says which did.',
    fr: 'Signale un événement d’un contact, ce qui lance les workflows, robots et campagnes qui l’attendent : ils peuvent écrire aussitôt au contact. Rien ne dit lesquels.',
  },
  input: z.object({
    eventName: z.string().min(1).max(255).describe('As the workflow waits for it, for example order-placed'),
    contactId: z.string().min(1).max(64).describe('From search_contacts'),
    occurredAt: z.iso.datetime().optional().describe('Now where left out'),
    metadata: z
      .record(z.string(), z.string())
      .refine((pairs) => Object.keys(pairs).length <= 10, { message: 'At most 10. | Au plus 10.' })
      .optional(),
  }),
  output: z.object({ accepted: z.boolean() }),
  async run(client, { eventName, contactId, occurredAt, metadata }) {
    await client.post('/events', {
      json: {
        event_name: eventName,
        created_at: unixSeconds(occurredAt ?? client.now()),
        id: contactId,
        metadata,
      },
      reply: noReply,
    });
    return { accepted: true };
  },
});
