import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { associations, linkedIds, linksTo } from '../associations.js';
import { crmRecord } from '../crm-record.js';
import { dealInput, dealProperties } from '../deal.js';
import { apiVersion } from '../hubspot-version.js';

export const createDeal = defineAction({
  key: 'create_deal',
  effect: 'WRITE',
  description: {
    en: 'Creates a deal and links it to contacts and companies. HubSpot takes no idempotency key: search before trying again.',
    fr: 'Crée une transaction et la lie à des contacts et des entreprises. HubSpot n’accepte pas de clé d’idempotence : cherchez avant de réessayer.',
  },
  input: dealInput.extend({
    name: z.string().min(1).max(255),
    stageId: z.string().min(1).max(100).describe('From list_deal_pipelines'),
    contactIds: linkedIds,
    companyIds: linkedIds,
  }),
  output: crmRecord,
  run(client, { contactIds, companyIds, ...deal }) {
    const links = associations(linksTo('dealToContact', contactIds), linksTo('dealToCompany', companyIds));
    const json = { properties: dealProperties(deal), associations: links };
    return client.post(route`/crm/objects/${apiVersion}/deals`, { json, reply: crmRecord });
  },
});
