import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';

/** What is kept of an inspection: https://developers.google.com/webmaster-tools/v1/urlInspection.index/UrlInspectionResult */
export const inspectionSchema = z.object({
  indexStatusResult: z
    .object({
      verdict: z.string().nullish().describe('PASS: on Google. NEUTRAL: excluded. FAIL: an error'),
      coverageState: z.string().nullish().describe('In words, in the language asked for'),
      robotsTxtState: z.string().nullish(),
      indexingState: z.string().nullish(),
      pageFetchState: z.string().nullish(),
      lastCrawlTime: z.string().nullish(),
      googleCanonical: z.string().nullish(),
      userCanonical: z.string().nullish(),
      crawledAs: z.string().nullish(),
      referringUrls: z.array(z.string()).nullish(),
      sitemap: z.array(z.string()).nullish(),
    })
    .nullish(),
  richResultsResult: z
    .object({
      verdict: z.string().nullish(),
      detectedItems: z
        .array(
          z.object({
            richResultType: z.string().nullish(),
            items: z
              .array(
                z.object({
                  name: z.string().nullish(),
                  issues: z
                    .array(z.object({ issueMessage: z.string().nullish(), severity: z.string().nullish() }))
                    .nullish(),
                }),
              )
              .nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  inspectionResultLink: z.string().nullish(),
});

const inspectionReply = z.object({ inspectionResult: inspectionSchema.nullish() });

/** The language of Google's own words in the result, such as `coverageState`. */
export const languageInput = z.string().min(2).max(12).default('fr-FR').describe('BCP-47: fr-FR, en-US');

export interface Inspection {
  siteUrl: string;
  inspectionUrl: string;
  languageCode: string;
}

/** Looks up what Google's index holds of one page; the live page is not fetched. */
export async function inspectPage(client: VendorClient, inspection: Inspection) {
  const { inspectionResult } = await client.post('/v1/urlInspection/index:inspect', {
    json: inspection,
    readOnly: true,
    reply: inspectionReply,
  });
  return inspectionResult ?? {};
}
