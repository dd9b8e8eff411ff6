import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addToSegment } from './actions/add-to-segment.action.js';
import { createAbVariation } from './actions/create-ab-variation.action.js';
import { createMarketingEmail } from './actions/create-marketing-email.action.js';
import { createSegment } from './actions/create-segment.action.js';
import { findSegments } from './actions/find-segments.action.js';
import { getEmailStatistics } from './actions/get-email-statistics.action.js';
import { getWorkflowPerformance } from './actions/get-workflow-performance.action.js';
import { getWorkflow } from './actions/get-workflow.action.js';
import { listMarketingEmails } from './actions/list-marketing-emails.action.js';
import { listWorkflows } from './actions/list-workflows.action.js';
import { publishMarketingEmail } from './actions/publish-marketing-email.action.js';
import { searchContacts } from './actions/search-contacts.action.js';
import { sendSingleEmail } from './actions/send-single-email.action.js';
import { updateMarketingEmail } from './actions/update-marketing-email.action.js';
import { upsertContacts } from './actions/upsert-contacts.action.js';

/** The e-mails of marketing, and to whom they go. */
export const emmieShare: AgentShare = {
  actions: [
    listMarketingEmails,
    createMarketingEmail,
    updateMarketingEmail,
    createAbVariation,
    publishMarketingEmail,
    sendSingleEmail,
    getEmailStatistics,
    findSegments,
    createSegment,
    addToSegment,
    searchContacts,
    upsertContacts,
    listWorkflows,
    getWorkflow,
    getWorkflowPerformance,
  ],
  capabilities: [
    live('email', {
      label: { en: 'E-mail', fr: 'E-mail' },
      requiredApi:
        'HubSpot Marketing Emails API 2026-09; scopes marketing.email.read and .write; to publish or send by API: Marketing Hub Enterprise or the transactional e-mail add-on',
      actions: [
        createMarketingEmail,
        updateMarketingEmail,
        listMarketingEmails,
        createAbVariation,
        publishMarketingEmail,
        sendSingleEmail,
        getEmailStatistics,
      ],
      note: {
        en: 'Drafts, A/B versions and figures on every plan with marketing e-mails; sending by API on Enterprise only. Below, a person sends the draft in HubSpot.',
        fr: 'Brouillons, versions A/B et chiffres avec toute offre d’e-mails marketing ; envoi par API avec l’offre Entreprise seulement. En dessous, une personne envoie le brouillon dans HubSpot.',
      },
    }),
    live('lead_nurturing', {
      label: { en: 'Lead nurturing', fr: 'Maturation des prospects' },
      requiredApi: 'HubSpot CRM and Lists API 2026-09; workflows from Marketing Hub Professional',
      actions: [addToSegment, upsertContacts, searchContacts, sendSingleEmail],
      note: {
        en: 'HubSpot has no direct enrolment in workflows in its supported API: a nurturing workflow starts on a segment or on a property, and these are changed here.',
        fr: 'L’API prise en charge de HubSpot n’a pas d’inscription directe aux workflows : un workflow de maturation démarre sur un segment ou une propriété, que l’on modifie ici.',
      },
    }),
    live('workflows', {
      label: { en: 'Workflows', fr: 'Workflows' },
      requiredApi: 'HubSpot Automation API v4 (until 2027-03-30); scope automation; Marketing Hub Professional',
      actions: [listWorkflows, getWorkflow, getWorkflowPerformance],
      note: {
        en: 'Workflows are read and measured here, and started through what they watch; they are designed in HubSpot.',
        fr: 'Les workflows sont lus et mesurés ici, et démarrés par ce qu’ils surveillent ; ils se conçoivent dans HubSpot.',
      },
    }),
    live('segmentation', {
      label: { en: 'Segmentation', fr: 'Segmentation' },
      requiredApi: 'HubSpot Lists API 2026-09; scopes crm.lists.read and .write',
      actions: [findSegments, createSegment, addToSegment],
    }),
  ],
};
