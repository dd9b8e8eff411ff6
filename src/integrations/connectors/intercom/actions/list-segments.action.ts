import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const segmentSchema = z.object({
  id: z.string().describe('Search contacts by segment_id with it'),
  name: z.string().nullish(),
  person_type: z.string().nullish().describe('user, or contact for leads'),
  count: z.number().nullish(),
});

export const listSegments = defineAction({
  key: 'list_segments',
  effect: 'READ',
  description: {
    en: 'Lists the segments of the workspace with how many contacts they have or, with contactId, those that a contact is in. Segments are made in Intercom: no API makes or changes them.',
    fr: 'Liste les segments de l’espace de travail avec leur nombre de contacts ou, avec contactId, ceux d’un contact. Les segments se créent dans Intercom : aucune API n’en crée ni n’en modifie.',
  },
  input: z.object({ contactId: z.string().min(1).max(64).optional() }),
  output: z.object({ items: z.array(segmentSchema) }),
  async run(client, { contactId }) {
    if (contactId !== undefined) {
      const reply = z.object({ data: z.array(segmentSchema) });
      return { items: (await client.get(route`/contacts/${contactId}/segments`, { reply })).data };
    }
    const reply = z.object({ segments: z.array(segmentSchema) });
    return { items: (await client.get('/segments', { query: { include_count: true }, reply })).segments };
  },
});
