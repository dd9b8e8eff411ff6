import { z } from 'zod';
import { noReply } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { moment } from '../campaign.js';

export const trackEvent = defineAction({
  key: 'track_event',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Records an event of one contact. Automations built in Brevo that wait for it start and may write to the contact at once; which ones, Brevo does not tell. Not taken back, so do not repeat one that timed out.',
    fr: 'Enregistre un événement d’un contact. Les automatisations créées dans Brevo qui l’attendent démarrent et peuvent écrire aussitôt au contact ; Brevo ne dit pas lesquelles. Irréversible : ne répétez pas un envoi sans réponse.',
  },
  input: z
    .object({
      eventName: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,255}$/)
        .describe('As the automation in Brevo waits for it'),
      email: z.email().optional(),
      phone: z
        .string()
        .regex(/^\+?\d{6,15}$/)
        .optional()
        .describe('With its country code'),
      extId: z.string().min(1).max(255).optional().describe('Id of the contact in your own system'),
      eventDate: moment.optional().describe('Default now'),
      eventProperties: z
        .record(z.string(), z.union([z.string(), z.int()]))
        .optional()
        .describe('Used by the automation’s conditions and messages'),
      contactProperties: z
        .record(z.string(), z.union([z.string(), z.int()]))
        .optional()
        .describe('Attributes of the contact to change along with it'),
    })
    .refine(({ email, phone, extId }) => email ?? phone ?? extId, {
      message: 'Give email, phone or extId. | Donnez email, phone ou extId.',
      path: ['email'],
    }),
  output: z.object({ eventName: z.string(), recorded: z.boolean() }),
  async run(client, { eventName, email, phone, extId, eventDate, eventProperties, contactProperties }) {
    await client.post('/events', {
      json: {
        event_name: eventName,
        event_date: eventDate,
        identifiers: { email_id: email, phone_id: phone, ext_id: extId },
        event_properties: eventProperties,
        contact_properties: contactProperties,
      },
      reply: noReply,
    });
    return { eventName, recorded: true };
  },
});
