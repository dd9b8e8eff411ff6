import { live } from '../../core/capability.js';
import { cancelScheduledEmail } from './actions/cancel-scheduled-email.action.js';
import { cancelSingleSend } from './actions/cancel-single-send.action.js';
import { createSingleSend } from './actions/create-single-send.action.js';
import { createTemplate } from './actions/create-template.action.js';
import { getContactsJob } from './actions/get-contacts-job.action.js';
import { getEmailStats } from './actions/get-email-stats.action.js';
import { getEngagementScores } from './actions/get-engagement-scores.action.js';
import { getProviderStats } from './actions/get-provider-stats.action.js';
import { getSingleSendStats } from './actions/get-single-send-stats.action.js';
import { getTemplate } from './actions/get-template.action.js';
import { listContactFields } from './actions/list-contact-fields.action.js';
import { listContactLists } from './actions/list-contact-lists.action.js';
import { listSenders } from './actions/list-senders.action.js';
import { listSingleSends } from './actions/list-single-sends.action.js';
import { listSuppressions } from './actions/list-suppressions.action.js';
import { listTemplates } from './actions/list-templates.action.js';
import { listUnsubscribeGroups } from './actions/list-unsubscribe-groups.action.js';
import { scheduleEmail } from './actions/schedule-email.action.js';
import { scheduleSingleSend } from './actions/schedule-single-send.action.js';
import { searchContacts } from './actions/search-contacts.action.js';
import { sendEmail } from './actions/send-email.action.js';
import { upsertContacts } from './actions/upsert-contacts.action.js';

export const emmie = {
  actions: [
    sendEmail,
    scheduleEmail,
    cancelScheduledEmail,
    listTemplates,
    getTemplate,
    createTemplate,
    listContactLists,
    listContactFields,
    upsertContacts,
    getContactsJob,
    searchContacts,
    listSenders,
    listUnsubscribeGroups,
    listSingleSends,
    createSingleSend,
    scheduleSingleSend,
    cancelSingleSend,
    getSingleSendStats,
    getEmailStats,
    getProviderStats,
    getEngagementScores,
    listSuppressions,
  ],
  capabilities: [
    live('transactional', {
      label: { en: 'Transactional e-mail', fr: 'E-mails transactionnels' },
      requiredApi: 'Mail Send API v3: scope mail.send, and a verified sender or domain',
      actions: [sendEmail, scheduleEmail, cancelScheduledEmail],
      note: {
        en: 'Accepted is not delivered. Single messages cannot be looked up without the paid Email Activity add-on.',
        fr: 'Accepté ne veut pas dire remis. Les messages ne se recherchent un à un qu’avec l’option payante Email Activity.',
      },
    }),
    live('campaigns', {
      label: { en: 'Marketing campaigns', fr: 'Campagnes marketing' },
      requiredApi: 'Marketing Campaigns API v3 (a Marketing Campaigns plan)',
      actions: [
        createSingleSend,
        listSingleSends,
        scheduleSingleSend,
        cancelSingleSend,
        getSingleSendStats,
        listContactLists,
        listContactFields,
        upsertContacts,
        getContactsJob,
        searchContacts,
        listSenders,
        listUnsubscribeGroups,
      ],
      note: {
        en: 'A/B tests are made in the app; their results are read here. SendGrid documents these routes for the global region only.',
        fr: 'Les tests A/B se créent dans l’application ; leurs résultats se lisent ici. SendGrid ne documente ces routes que pour la région globale.',
      },
    }),
    live('templates', {
      label: { en: 'Templates', fr: 'Modèles' },
      requiredApi: 'Transactional Templates API v3: scopes templates.*',
      actions: [listTemplates, getTemplate, createTemplate],
    }),
    live('deliverability_analytics', {
      label: { en: 'Deliverability analytics', fr: 'Analyse de délivrabilité' },
      requiredApi: 'Stats, Suppressions and Engagement Quality APIs v3',
      actions: [getEmailStats, getProviderStats, getEngagementScores, listSuppressions, getSingleSendStats],
      note: {
        en: 'Numbers by mailbox provider are kept for seven days.',
        fr: 'Les chiffres par messagerie sont gardés sept jours.',
      },
    }),
  ],
};
