import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { listId } from '../campaign.js';
import { subscriberHash } from '../subscriber.js';

const member = z.object({
  id: z.string().nullish(),
  email_address: z.string().nullish(),
  status: z.string().nullish(),
  full_name: z.string().nullish(),
  merge_fields: z.record(z.string(), z.unknown()).nullish(),
  tags: z.array(z.object({ id: z.number().nullish(), name: z.string().nullish() })).nullish(),
  last_changed: z.string().nullish(),
});

/** https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/ */
export const upsertSubscriber = defineAction({
  key: 'upsert_subscriber',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Adds a subscriber, or updates the one with this e-mail. Safe to repeat. "pending" sends a request to confirm, and "subscribed" needs proof of consent; whoever unsubscribed is not subscribed again. A new subscriber can start a flow that the audience has.',
    fr: 'Ajoute un abonné, ou met à jour celui qui a cet e-mail. Peut être répété. « pending » envoie une demande de confirmation, et « subscribed » demande une preuve de consentement ; une personne désabonnée n’est pas réabonnée. Un nouvel abonné peut démarrer un parcours de l’audience.',
  },
  input: z.object({
    listId,
    email: z.email(),
    statusIfNew: z.enum(['pending', 'subscribed', 'unsubscribed', 'transactional']).describe('For a new address only'),
    mergeFields: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('Merge tag → value: FNAME, LNAME'),
    interests: z.record(z.string(), z.boolean()).optional().describe('Id of the interest → in the group or not'),
    language: z.string().min(2).max(5).optional().describe('fr, en, pt_BR'),
    vip: z.boolean().optional(),
  }),
  output: member,
  run: (client, { listId: list, email, statusIfNew, mergeFields, ...others }) =>
    client.put(route`/lists/${list}/members/${subscriberHash(email)}`, {
      json: {
        email_address: email,
        status_if_new: statusIfNew,
        ...(mergeFields && { merge_fields: mergeFields }),
        ...others,
      },
      reply: member,
    }),
});
