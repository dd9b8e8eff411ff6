import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { apiVersion } from '../hubspot-version.js';
import { conditionGroups, filterBranch, readSegment, segmentReply, segmentSchema } from '../segment.js';

const objectTypeIds = { contacts: '0-1', companies: '0-2', deals: '0-3' };

export const createSegment = defineAction({
  key: 'create_segment',
  effect: 'WRITE',
  description: {
    en: 'Creates a segment. MANUAL: members are added by add_to_segment. DYNAMIC: follows its conditions from then on. SNAPSHOT: those who meet the conditions now. A name can be used once. Conditions on dates or events are made in HubSpot.',
    fr: 'Crée un segment. MANUAL : les membres s’ajoutent avec add_to_segment. DYNAMIC : suit ses conditions par la suite. SNAPSHOT : ceux qui remplissent les conditions maintenant. Un nom ne sert qu’une fois. Les conditions sur des dates ou des événements se font dans HubSpot.',
  },
  input: z
    .object({
      name: z.string().min(1).max(255),
      kind: z.enum(['MANUAL', 'DYNAMIC', 'SNAPSHOT']),
      of: z.enum(['contacts', 'companies', 'deals']).default('contacts'),
      conditionGroups: conditionGroups
        .default([])
        .describe('All conditions of a group must hold, of one group at least; none for MANUAL'),
    })
    .refine(({ kind, conditionGroups: groups }) => (kind === 'MANUAL') === (groups.length === 0), {
      message:
        'DYNAMIC and SNAPSHOT take conditions, MANUAL none. | DYNAMIC et SNAPSHOT prennent des conditions, MANUAL aucune.',
      path: ['conditionGroups'],
    }),
  output: segmentSchema,
  async run(client, { name, kind, of, conditionGroups: groups }) {
    const json = {
      name,
      objectTypeId: objectTypeIds[of],
      processingType: kind,
      filterBranch: groups.length > 0 ? filterBranch(groups) : undefined,
    };
    const reply = z.object({ list: segmentReply });
    return readSegment((await client.post(route`/crm/lists/${apiVersion}`, { json, reply })).list);
  },
});
