import { z } from 'zod';
import { RightsMissing, UpstreamRateLimited, UpstreamRefused } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { inspectPage, languageInput, type Inspection } from '../inspection.js';
import { periodBefore } from '../period.js';
import { propertyInput, propertyOf } from '../property.js';
import { querySearchAnalytics } from '../search-analytics.js';
import { sitemapSchema, sitemapsOf } from '../sitemap.js';

const runLimitMs = 90_000;

const crawled = z.object({
  url: z.string(),
  pageFetchState: z.string().nullish(),
  verdict: z.string().nullish(),
  coverageState: z.string().nullish(),
  robotsTxtState: z.string().nullish(),
  indexingState: z.string().nullish(),
  lastCrawlTime: z.string().nullish(),
});
const leftOut = z.object({
  url: z.string(),
  reason: z.enum(['REFUSED', 'QUOTA', 'TIME']).describe('REFUSED: not a page of the property'),
});

interface Scan {
  pages: z.output<typeof crawled>[];
  notInspected: z.output<typeof leftOut>[];
}

export const scanCrawlErrors = defineAction({
  key: 'scan_crawl_errors',
  effect: 'READ',
  description: {
    en: 'Looks for crawl errors by inspecting up to 50 pages, those named or the ones seen most in the last four weeks, and by the sitemaps’ own errors. Google has no API for its whole page indexing report, so pages that are not inspected may have errors too. Each page uses one of the property’s 2,000 inspections a day; the scan ends after 90 seconds and says what it left out.',
    fr: 'Cherche les erreurs d’exploration en inspectant jusqu’à 50 pages, celles indiquées ou les plus vues des quatre dernières semaines, et par les erreurs des sitemaps. Google n’a pas d’API pour son rapport complet d’indexation : des pages non inspectées peuvent donc aussi avoir des erreurs. Chaque page consomme une des 2 000 inspections quotidiennes de la propriété ; l’analyse s’arrête après 90 secondes et indique ce qui n’a pas été vu.',
  },
  input: z.object({
    siteUrl: propertyInput,
    urls: z
      .array(z.url({ protocol: /^https?$/ }))
      .min(1)
      .max(50)
      .optional()
      .describe('Pages of the property; default: those with the most impressions'),
    limit: z.int().min(1).max(50).default(20).describe('How many pages where no urls are given'),
    languageCode: languageInput,
  }),
  output: z.object({
    inspected: z.int(),
    items: z.array(crawled).describe('Only the pages with an error or kept from being crawled or indexed'),
    notInspected: z.array(leftOut),
    faultySitemaps: z.array(sitemapSchema),
  }),
  async run(client, { siteUrl: named, urls, limit, languageCode }) {
    const siteUrl = propertyOf(client, named);
    const sitemaps = await sitemapsOf(client, siteUrl);
    const pages = urls ?? (await mostSeenPages(client, siteUrl, limit));
    const scan = await inspectAll(
      client,
      pages.map((inspectionUrl) => ({ siteUrl, inspectionUrl, languageCode })),
    );
    return {
      inspected: scan.pages.length,
      items: scan.pages.filter(hasError),
      notInspected: scan.notInspected,
      faultySitemaps: sitemaps.filter(({ errors, warnings }) => (errors ?? 0) + (warnings ?? 0) > 0),
    };
  },
});

async function mostSeenPages(client: VendorClient, siteUrl: string, rowLimit: number): Promise<string[]> {
  const period = periodBefore(client.now(), { days: 28, lag: 3 });
  const { rows } = await querySearchAnalytics(client, siteUrl, { ...period, dimensions: ['PAGE'], rowLimit });
  return rows.flatMap(({ keys }) => keys ?? []);
}

/** One after the other, since a property has few inspections a minute; what was found is kept when the quota or the time ends. */
async function inspectAll(client: VendorClient, inspections: readonly Inspection[]): Promise<Scan> {
  const found: Scan = { pages: [], notInspected: [] };
  const endsAt = client.now().getTime() + runLimitMs;
  let stopped: 'QUOTA' | 'TIME' | undefined;
  for (const inspection of inspections) {
    const url = inspection.inspectionUrl;
    stopped ??= client.now().getTime() >= endsAt ? 'TIME' : undefined;
    const page = stopped ?? (await inspectOne(client, inspection));
    if (typeof page === 'object') found.pages.push(page);
    else found.notInspected.push({ url, reason: page });
    if (page === 'QUOTA') stopped = page;
  }
  return found;
}

async function inspectOne(
  client: VendorClient,
  inspection: Inspection,
): Promise<z.output<typeof crawled> | 'QUOTA' | 'REFUSED'> {
  try {
    const { indexStatusResult } = await inspectPage(client, inspection);
    return { url: inspection.inspectionUrl, ...indexStatusResult };
  } catch (error) {
    if (error instanceof UpstreamRateLimited) return 'QUOTA';
    if (error instanceof RightsMissing || error instanceof UpstreamRefused) return 'REFUSED';
    throw error;
  }
}

function hasError({ pageFetchState, verdict, robotsTxtState, indexingState }: z.output<typeof crawled>): boolean {
  const fetchFailed = !['SUCCESSFUL', 'PAGE_FETCH_STATE_UNSPECIFIED', undefined, null].includes(pageFetchState);
  const kept = robotsTxtState === 'DISALLOWED' || (indexingState?.startsWith('BLOCKED_') ?? false);
  return fetchFailed || kept || verdict === 'FAIL';
}
