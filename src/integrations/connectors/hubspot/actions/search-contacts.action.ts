import { defineAction } from '../../../core/define-action.js';
import { crmRecord, pageOf } from '../crm-record.js';
import { searchCrm, searchInput } from '../crm-search.js';

const usualProperties = [
  'email',
  'firstname',
  'lastname',
  'company',
  'jobtitle',
  'phone',
  'lifecyclestage',
  'hubspot_owner_id',
  'lastmodifieddate',
];

export const searchContacts = defineAction({
  key: 'search_contacts',
  effect: 'READ',
  description: {
    en: 'Searches contacts by words or by exact conditions. A new contact shows only after some seconds: to write without duplicates use upsert_contacts, not search and create. 10,000 results at most.',
    fr: 'Recherche des contacts par mots ou par conditions exactes. Un nouveau contact n’apparaît qu’après quelques secondes : pour écrire sans doublon, utilisez upsert_contacts plutôt que chercher puis créer. 10 000 résultats au plus.',
  },
  input: searchInput,
  output: pageOf(crmRecord),
  run: (client, { properties = usualProperties, ...search }) =>
    searchCrm(client, 'contacts', { ...search, properties }),
});
