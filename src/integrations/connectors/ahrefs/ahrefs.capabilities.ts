import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { getApiUsage } from './actions/get-api-usage.action.js';
import { getDomainOverview } from './actions/get-domain-overview.action.js';
import { getDomainRating } from './actions/get-domain-rating.action.js';
import { getKeywordOverview } from './actions/get-keyword-overview.action.js';
import { getRankTracker } from './actions/get-rank-tracker.action.js';
import { getSiteAuditIssues } from './actions/get-site-audit-issues.action.js';
import { listBacklinks } from './actions/list-backlinks.action.js';
import { listCompetitors } from './actions/list-competitors.action.js';
import { listKeywordIdeas } from './actions/list-keyword-ideas.action.js';
import { listOrganicKeywords } from './actions/list-organic-keywords.action.js';
import { listRefdomains } from './actions/list-refdomains.action.js';
import { listSiteAudits } from './actions/list-site-audits.action.js';
import { listTopPages } from './actions/list-top-pages.action.js';

const siteExplorer = 'Ahrefs API v3: Site Explorer, from the Lite plan on';

export const seomiShare: AgentShare = {
  actions: [
    getApiUsage,
    getDomainRating,
    getDomainOverview,
    listBacklinks,
    listRefdomains,
    listOrganicKeywords,
    listCompetitors,
    listTopPages,
    getKeywordOverview,
    listKeywordIdeas,
    getRankTracker,
    listSiteAudits,
    getSiteAuditIssues,
  ],
  capabilities: [
    live('backlinks', {
      label: { en: 'Backlinks', fr: 'Backlinks' },
      requiredApi: siteExplorer,
      actions: [listBacklinks, listRefdomains],
      note: {
        en: 'Each row costs API units of the plan.',
        fr: 'Chaque ligne consomme des unités d’API de l’offre.',
      },
    }),
    live('domain_exploration', {
      label: { en: 'Domain exploration', fr: 'Exploration de domaine' },
      requiredApi: siteExplorer,
      actions: [getDomainOverview, listTopPages],
      note: {
        en: 'Traffic is Ahrefs’ estimate.',
        fr: 'Le trafic est une estimation d’Ahrefs.',
      },
    }),
    live('competitor_keywords', {
      label: { en: 'Competitor keywords', fr: 'Mots-clés des concurrents' },
      requiredApi: `${siteExplorer}; Keywords Explorer`,
      actions: [listCompetitors, listOrganicKeywords, getKeywordOverview, listKeywordIdeas],
      note: {
        en: 'There is no ready keyword gap: the lists of two sites are compared.',
        fr: 'Il n’y a pas d’écart de mots-clés tout fait : les listes de deux sites sont comparées.',
      },
    }),
    live('domain_rating', {
      label: { en: 'Domain rating', fr: 'Domain Rating' },
      requiredApi: siteExplorer,
      actions: [getDomainRating],
    }),
  ],
};
