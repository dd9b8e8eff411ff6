import { defineAction } from '../../../core/define-action.js';
import { crmRecord, pageOf } from '../crm-record.js';
import { searchCrm, searchInput } from '../crm-search.js';

const usualProperties = [
  'name',
  'domain',
  'industry',
  'city',
  'country',
  'numberofemployees',
  'annualrevenue',
  'hubspot_owner_id',
];

export const searchCompanies = defineAction({
  key: 'search_companies',
  effect: 'READ',
  description: {
    en: 'Searches companies by words or by exact conditions. Changes show after some seconds. 10,000 results at most.',
    fr: 'Recherche des entreprises par mots ou par conditions exactes. Les changements apparaissent après quelques secondes. 10 000 résultats au plus.',
  },
  input: searchInput,
  output: pageOf(crmRecord),
  run: (client, { properties = usualProperties, ...search }) =>
    searchCrm(client, 'companies', { ...search, properties }),
});
