import { live, notOffered } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { associateRecords } from './actions/associate-records.action.js';
import { createDeal } from './actions/create-deal.action.js';
import { createNote } from './actions/create-note.action.js';
import { createTask } from './actions/create-task.action.js';
import { enrollInSequence } from './actions/enroll-in-sequence.action.js';
import { getEmailTracking } from './actions/get-email-tracking.action.js';
import { listDealPipelines } from './actions/list-deal-pipelines.action.js';
import { listOwners } from './actions/list-owners.action.js';
import { listSequences } from './actions/list-sequences.action.js';
import { searchCompanies } from './actions/search-companies.action.js';
import { searchContacts } from './actions/search-contacts.action.js';
import { searchDeals } from './actions/search-deals.action.js';
import { updateDeal } from './actions/update-deal.action.js';
import { upsertContacts } from './actions/upsert-contacts.action.js';

/** The CRM of sales. */
export const buddyShare: AgentShare = {
  actions: [
    searchContacts,
    searchCompanies,
    searchDeals,
    upsertContacts,
    createDeal,
    updateDeal,
    listDealPipelines,
    listOwners,
    createNote,
    createTask,
    associateRecords,
    getEmailTracking,
    listSequences,
    enrollInSequence,
  ],
  capabilities: [
    live('marketing_automation', {
      label: { en: 'Marketing automation', fr: 'Automatisation du marketing' },
      requiredApi:
        'HubSpot Sequences API 2026-09 (Sales Hub or Service Hub Professional); scopes automation.sequences.read, automation.sequences.enrollments.write',
      actions: [enrollInSequence, listSequences, upsertContacts],
      note: {
        en: 'Sequences are enrolled directly. Workflows start by themselves when a property that they watch changes: upsert_contacts changes it.',
        fr: 'Les séquences s’inscrivent directement. Les workflows démarrent d’eux-mêmes quand change une propriété qu’ils surveillent : upsert_contacts la modifie.',
      },
    }),
    live('deals', {
      label: { en: 'Deals', fr: 'Transactions' },
      requiredApi: 'HubSpot CRM API 2026-09: deals, pipelines, owners; scopes crm.objects.deals.read and .write',
      actions: [
        searchDeals,
        createDeal,
        updateDeal,
        listDealPipelines,
        listOwners,
        createNote,
        createTask,
        associateRecords,
      ],
    }),
    notOffered('contact_enrichment', {
      label: { en: 'Contact enrichment', fr: 'Enrichissement des contacts' },
      requiredApi: 'None: enrichment works inside HubSpot only, with HubSpot Credits',
      note: {
        en: 'HubSpot enriches records in its own pages and workflows, for credits; its API cannot ask for it. The agent reads what HubSpot has found and adds what other sources tell.',
        fr: 'HubSpot enrichit les fiches dans ses propres pages et workflows, contre des crédits ; son API ne permet pas de le demander. L’agent lit ce que HubSpot a trouvé et ajoute ce que disent d’autres sources.',
      },
      evidenceUrl: 'https://knowledge.hubspot.com/account/understand-breeze-intelligence-credits-and-billing',
      actions: [upsertContacts, searchContacts, searchCompanies],
    }),
    live('email_tracking', {
      label: { en: 'E-mail tracking', fr: 'Suivi des e-mails' },
      requiredApi: 'HubSpot CRM API 2026-09: emails; scope sales-email-read',
      actions: [getEmailTracking],
    }),
  ],
};
