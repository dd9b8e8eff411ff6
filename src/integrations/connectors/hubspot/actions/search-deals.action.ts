import { defineAction } from '../../../core/define-action.js';
import { crmRecord, pageOf } from '../crm-record.js';
import { searchCrm, searchInput } from '../crm-search.js';

const usualProperties = [
  'dealname',
  'amount',
  'dealstage',
  'pipeline',
  'closedate',
  'hs_deal_stage_probability',
  'hubspot_owner_id',
  'hs_lastmodifieddate',
];

export const searchDeals = defineAction({
  key: 'search_deals',
  effect: 'READ',
  description: {
    en: 'Searches deals by words or by exact conditions. Stages come as ids: see list_deal_pipelines. Changes show after some seconds. 10,000 results at most.',
    fr: 'Recherche des transactions par mots ou par conditions exactes. Les étapes viennent sous forme d’identifiants : voir list_deal_pipelines. Les changements apparaissent après quelques secondes. 10 000 résultats au plus.',
  },
  input: searchInput,
  output: pageOf(crmRecord),
  run: (client, { properties = usualProperties, ...search }) => searchCrm(client, 'deals', { ...search, properties }),
});
