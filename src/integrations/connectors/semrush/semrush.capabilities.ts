import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { findKeywordGap } from './actions/find-keyword-gap.action.js';
import { getApiUnits } from './actions/get-api-units.action.js';
import { getBacklinksOverview } from './actions/get-backlinks-overview.action.js';
import { getCompetitors } from './actions/get-competitors.action.js';
import { getDomainKeywords } from './actions/get-domain-keywords.action.js';
import { getDomainOverview } from './actions/get-domain-overview.action.js';
import { getKeywordMetrics } from './actions/get-keyword-metrics.action.js';
import { getKeywordSnapshot } from './actions/get-keyword-snapshot.action.js';
import { getPositionTracking } from './actions/get-position-tracking.action.js';
import { getRelatedKeywords } from './actions/get-related-keywords.action.js';
import { getSiteAudit } from './actions/get-site-audit.action.js';
import { listProjects } from './actions/list-projects.action.js';
import { listTrackingCampaigns } from './actions/list-tracking-campaigns.action.js';
import { runSiteAudit } from './actions/run-site-audit.action.js';

const plan = 'SEO Business with API units';
/** https://developer.semrush.com/api/v4/migrate-to-version-4/semrush-api-v4-migration-overview */
const untilShutdown = {
  en: 'Through version 3 of the API, which Semrush shuts down at the end of 2027. Each row costs API units.',
  fr: 'Par la version 3 de l’API, que Semrush ferme fin 2027. Chaque ligne consomme des unités d’API.',
};

export const seomiShare: AgentShare = {
  actions: [
    getApiUnits,
    getKeywordMetrics,
    getKeywordSnapshot,
    getRelatedKeywords,
    getDomainOverview,
    getDomainKeywords,
    getCompetitors,
    findKeywordGap,
    getBacklinksOverview,
    listProjects,
    getSiteAudit,
    runSiteAudit,
    listTrackingCampaigns,
    getPositionTracking,
  ],
  capabilities: [
    live('keywords', {
      label: { en: 'Keywords', fr: 'Mots-clés' },
      requiredApi: `Semrush SEO API v3 and v4: keyword reports; ${plan}`,
      actions: [getKeywordMetrics, getRelatedKeywords, getKeywordSnapshot],
      note: untilShutdown,
    }),
    live('competitors', {
      label: { en: 'Competitors', fr: 'Concurrents' },
      requiredApi: `Semrush SEO API v3: domain reports; ${plan}`,
      actions: [getCompetitors, findKeywordGap, getDomainOverview, getDomainKeywords, getBacklinksOverview],
      note: untilShutdown,
    }),
    live('site_audit', {
      label: { en: 'Site audit', fr: 'Audit de site' },
      requiredApi: `Semrush Site Audit API v3; ${plan}`,
      actions: [getSiteAudit, runSiteAudit],
      note: {
        en: 'Through version 3 of the API, which Semrush shuts down at the end of 2027. For projects that have Site Audit set up; without the health score.',
        fr: 'Par la version 3 de l’API, que Semrush ferme fin 2027. Pour les projets où Site Audit est configuré ; sans le score de santé.',
      },
    }),
    live('position_tracking', {
      label: { en: 'Position tracking', fr: 'Suivi de positions' },
      requiredApi: `Semrush Position Tracking API v3; ${plan}`,
      actions: [getPositionTracking, listTrackingCampaigns],
      note: {
        en: 'Through version 3 of the API, which Semrush shuts down at the end of 2027. Campaigns and keywords are set up in Semrush; each keyword read costs 100 API units.',
        fr: 'Par la version 3 de l’API, que Semrush ferme fin 2027. Les campagnes et mots-clés se configurent dans Semrush ; chaque mot-clé lu coûte 100 unités d’API.',
      },
    }),
  ],
};
