import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { comparePeriods } from './actions/compare-periods.action.js';
import { deleteSitemap } from './actions/delete-sitemap.action.js';
import { inspectUrl } from './actions/inspect-url.action.js';
import { listSitemaps } from './actions/list-sitemaps.action.js';
import { listSites } from './actions/list-sites.action.js';
import { querySearchPerformance } from './actions/query-search-performance.action.js';
import { scanCrawlErrors } from './actions/scan-crawl-errors.action.js';
import { submitSitemap } from './actions/submit-sitemap.action.js';

export const seomiShare: AgentShare = {
  actions: [
    listSites,
    querySearchPerformance,
    comparePeriods,
    inspectUrl,
    scanCrawlErrors,
    listSitemaps,
    submitSitemap,
    deleteSitemap,
  ],
  capabilities: [
    live('search_performance', {
      label: { en: 'Search performance', fr: 'Performances de recherche' },
      requiredApi: 'Google Search Console API: searchanalytics.query',
      actions: [querySearchPerformance, comparePeriods],
      note: {
        en: 'Final data are two to three days late, and rare queries are not shown.',
        fr: 'Les données définitives ont deux à trois jours de retard et les requêtes rares ne sont pas affichées.',
      },
    }),
    live('page_index', {
      label: { en: 'Page index', fr: 'Index des pages' },
      requiredApi: 'Google Search Console API: urlInspection.index.inspect',
      actions: [inspectUrl],
      note: {
        en: 'Page by page, at most 2,000 a day for each property; indexing cannot be asked for.',
        fr: 'Page par page, 2 000 par jour et par propriété au plus ; l’indexation ne peut pas être demandée.',
      },
    }),
    live('crawl_errors', {
      label: { en: 'Crawl errors', fr: 'Erreurs d’exploration' },
      requiredApi: 'Google Search Console API: urlInspection.index.inspect, sitemaps.list',
      actions: [scanCrawlErrors],
      note: {
        en: 'Google took its crawl errors API away and has none for the page indexing report: pages are inspected one by one, up to 50 a run.',
        fr: 'Google a retiré son API d’erreurs d’exploration et n’en a pas pour le rapport d’indexation : les pages sont inspectées une à une, jusqu’à 50 par analyse.',
      },
    }),
    live('sitemaps', {
      label: { en: 'Sitemaps', fr: 'Sitemaps' },
      requiredApi: 'Google Search Console API: sitemaps',
      actions: [listSitemaps, submitSitemap, deleteSitemap],
    }),
  ],
};
