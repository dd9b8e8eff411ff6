import { live, notOffered } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addToList } from './actions/add-to-list.action.js';
import { createDeal } from './actions/create-deal.action.js';
import { createEmailCampaign } from './actions/create-email-campaign.action.js';
import { createSmsCampaign } from './actions/create-sms-campaign.action.js';
import { createTask } from './actions/create-task.action.js';
import { getAbTestResult } from './actions/get-ab-test-result.action.js';
import { getCampaignReport } from './actions/get-campaign-report.action.js';
import { getContact } from './actions/get-contact.action.js';
import { getEmailReport } from './actions/get-email-report.action.js';
import { getSmsReport } from './actions/get-sms-report.action.js';
import { listContactLists } from './actions/list-contact-lists.action.js';
import { listDeals } from './actions/list-deals.action.js';
import { listEmailCampaigns } from './actions/list-email-campaigns.action.js';
import { listPipelines } from './actions/list-pipelines.action.js';
import { listSegments } from './actions/list-segments.action.js';
import { listSenders } from './actions/list-senders.action.js';
import { listSmsCampaigns } from './actions/list-sms-campaigns.action.js';
import { listTaskTypes } from './actions/list-task-types.action.js';
import { listTemplates } from './actions/list-templates.action.js';
import { scheduleEmailCampaign } from './actions/schedule-email-campaign.action.js';
import { sendEmailCampaign } from './actions/send-email-campaign.action.js';
import { sendSmsCampaign } from './actions/send-sms-campaign.action.js';
import { sendSms } from './actions/send-sms.action.js';
import { sendTestEmailCampaign } from './actions/send-test-email-campaign.action.js';
import { sendTransactionalEmail } from './actions/send-transactional-email.action.js';
import { trackEvent } from './actions/track-event.action.js';
import { updateDeal } from './actions/update-deal.action.js';
import { upsertContact } from './actions/upsert-contact.action.js';

const email = [
  sendTransactionalEmail,
  createEmailCampaign,
  sendTestEmailCampaign,
  sendEmailCampaign,
  scheduleEmailCampaign,
  listEmailCampaigns,
  getCampaignReport,
  getAbTestResult,
  getEmailReport,
  listSenders,
  listTemplates,
] as const;
const sms = [createSmsCampaign, sendSmsCampaign, listSmsCampaigns, sendSms, getSmsReport] as const;
const audience = [getContact, upsertContact, listContactLists, listSegments, addToList] as const;
const crm = [listPipelines, listDeals, createDeal, updateDeal, listTaskTypes, createTask] as const;

/** What the e-mail specialist does with Brevo. */
export const emmieShare: AgentShare = {
  actions: [...email, ...sms, ...audience, trackEvent, ...crm],
  capabilities: [
    live('email', {
      label: { en: 'E-mail', fr: 'E-mail' },
      requiredApi: 'Brevo API v3: transactional e-mails, e-mail campaigns',
      actions: [...email, listContactLists, listSegments],
    }),
    live('sms_campaigns', {
      label: { en: 'SMS campaigns', fr: 'Campagnes SMS' },
      requiredApi: 'Brevo API v3: SMS campaigns, transactional SMS; SMS credits',
      actions: sms,
      note: {
        en: 'Also single SMS. What one cost is seen in Brevo only.',
        fr: 'Ainsi que des SMS individuels. Leur coût ne se voit que dans Brevo.',
      },
    }),
    notOffered('automation', {
      label: { en: 'Automation', fr: 'Automatisation' },
      requiredApi: 'None: Brevo’s API neither makes, lists nor starts automations',
      note: {
        en: 'Automations are built in Brevo. What the API can do is to trigger them: an event (track_event), a list addition (add_to_list) or a changed attribute (upsert_contact) that an automation waits for.',
        fr: 'Les automatisations se créent dans Brevo. L’API peut seulement les déclencher : par un événement (track_event), un ajout à une liste (add_to_list) ou un attribut modifié (upsert_contact) qu’une automatisation attend.',
      },
      evidenceUrl: 'https://developers.brevo.com/docs/events',
      actions: [trackEvent, addToList, upsertContact],
    }),
    live('crm', {
      label: { en: 'CRM', fr: 'CRM' },
      requiredApi: 'Brevo API v3: contacts, deals, pipelines, tasks',
      actions: [...crm, getContact, upsertContact, listContactLists, listSegments, addToList],
    }),
  ],
};
