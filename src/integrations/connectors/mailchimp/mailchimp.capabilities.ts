import { live } from '../../core/capability.js';
import { checkCampaign } from './actions/check-campaign.action.js';
import { createAbTest } from './actions/create-ab-test.action.js';
import { createCampaign } from './actions/create-campaign.action.js';
import { createSegment } from './actions/create-segment.action.js';
import { getCampaignReport } from './actions/get-campaign-report.action.js';
import { getDomainPerformance } from './actions/get-domain-performance.action.js';
import { listAbResults } from './actions/list-ab-results.action.js';
import { listAudiences } from './actions/list-audiences.action.js';
import { listAutomationEmails } from './actions/list-automation-emails.action.js';
import { listAutomations } from './actions/list-automations.action.js';
import { listCampaignClicks } from './actions/list-campaign-clicks.action.js';
import { listCampaigns } from './actions/list-campaigns.action.js';
import { listSegments } from './actions/list-segments.action.js';
import { pauseAutomation } from './actions/pause-automation.action.js';
import { queueAutomationEmail } from './actions/queue-automation-email.action.js';
import { scheduleCampaign } from './actions/schedule-campaign.action.js';
import { sendCampaign } from './actions/send-campaign.action.js';
import { sendTestEmail } from './actions/send-test-email.action.js';
import { startAutomation } from './actions/start-automation.action.js';
import { startTagFlow } from './actions/start-tag-flow.action.js';
import { tagSubscriber } from './actions/tag-subscriber.action.js';
import { triggerJourneyStep } from './actions/trigger-journey-step.action.js';
import { unscheduleCampaign } from './actions/unschedule-campaign.action.js';
import { upsertSubscriber } from './actions/upsert-subscriber.action.js';

export const emmie = {
  actions: [
    listAudiences,
    upsertSubscriber,
    tagSubscriber,
    listSegments,
    createSegment,
    listCampaigns,
    createCampaign,
    createAbTest,
    checkCampaign,
    sendTestEmail,
    sendCampaign,
    scheduleCampaign,
    unscheduleCampaign,
    getCampaignReport,
    listAbResults,
    listCampaignClicks,
    getDomainPerformance,
    triggerJourneyStep,
    startTagFlow,
    listAutomations,
    listAutomationEmails,
    startAutomation,
    pauseAutomation,
    queueAutomationEmail,
  ],
  capabilities: [
    live('campaigns', {
      label: { en: 'E-mail campaigns', fr: 'Campagnes e-mail' },
      requiredApi: 'Marketing API 3.0: campaigns, lists',
      actions: [
        createCampaign,
        listCampaigns,
        checkCampaign,
        sendTestEmail,
        sendCampaign,
        scheduleCampaign,
        unscheduleCampaign,
        listAudiences,
        upsertSubscriber,
      ],
      note: {
        en: 'The sender’s domain has to be verified in Mailchimp; scheduling needs a paid plan.',
        fr: 'Le domaine de l’expéditeur doit être vérifié dans Mailchimp ; la planification demande une offre payante.',
      },
    }),
    live('automation', {
      label: { en: 'Automation', fr: 'Automatisation' },
      requiredApi: 'Marketing API 3.0: customer journey triggers, tags, classic automations',
      actions: [
        triggerJourneyStep,
        startTagFlow,
        listAutomations,
        listAutomationEmails,
        startAutomation,
        pauseAutomation,
        queueAutomationEmail,
      ],
      note: {
        en: 'Flows (customer journeys) can be started for a subscriber, by their API step or by a tag, but not listed, made or measured: that is done in the app. Only classic automations, which new accounts do not have, are managed whole.',
        fr: 'Les parcours (customer journeys) peuvent être démarrés pour un abonné, par leur étape API ou par une étiquette, mais ni listés, ni créés, ni mesurés : cela se fait dans l’application. Seules les automatisations classiques, absentes des nouveaux comptes, sont gérées entièrement.',
      },
    }),
    live('segmentation', {
      label: { en: 'Segmentation', fr: 'Segmentation' },
      requiredApi: 'Marketing API 3.0: segments, tags',
      actions: [listSegments, createSegment, tagSubscriber],
    }),
    live('ab_tests', {
      label: { en: 'A/B tests', fr: 'Tests A/B' },
      requiredApi: 'Marketing API 3.0: variate campaigns; a plan with A/B tests (Standard for several variables)',
      actions: [createAbTest, listAbResults, sendCampaign],
    }),
    live('analytics', {
      label: { en: 'Analytics', fr: 'Statistiques' },
      requiredApi: 'Marketing API 3.0: reports',
      actions: [getCampaignReport, listCampaignClicks, getDomainPerformance, listAbResults, listCampaigns],
    }),
  ],
};
