import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { asTexts, crmRecord, propertyValues } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

const faultSchema = z.object({ message: z.string().nullish(), category: z.string().nullish() });

export const upsertContacts = defineAction({
  key: 'upsert_contacts',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Creates contacts or changes those that have the e-mail already, up to 100 at once. Safe to repeat. Workflows that watch a property start on such a change, mails included. The lifecycle stage moves forward only.',
    fr: 'Crée des contacts ou modifie ceux qui ont déjà l’e-mail, jusqu’à 100 à la fois. Peut être répété sans risque. Les workflows qui surveillent une propriété démarrent à ce changement, e-mails compris. La phase du cycle de vie ne fait qu’avancer.',
  },
  input: z.object({
    contacts: z
      .array(z.object({ email: z.email(), properties: propertyValues.default({}) }))
      .min(1)
      .max(100),
  }),
  output: z.object({
    items: z.array(crmRecord),
    errors: z.array(faultSchema).describe('Of contacts that were refused; the others are saved'),
  }),
  async run(client, { contacts }) {
    const inputs = contacts.map(({ email, properties }) => ({
      id: email,
      idProperty: 'email',
      properties: asTexts(properties),
    }));
    const { results, errors } = await client.post(route`/crm/objects/${apiVersion}/contacts/batch/upsert`, {
      json: { inputs },
      reply: z.object({ results: z.array(crmRecord).nullish(), errors: z.array(faultSchema).nullish() }),
    });
    return { items: results ?? [], errors: errors ?? [] };
  },
});
