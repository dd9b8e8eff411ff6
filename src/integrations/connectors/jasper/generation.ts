import { z } from 'zod';

const language = z.enum(['English', 'French', 'Spanish', 'Italian', 'Portuguese', 'German']);

/** https://developers.jasper.ai/docs/using-retrieval-add-ons */
export const generationInput = {
  outputCount: z.int().min(1).max(5).default(1).describe('How many texts; each is paid'),
  inputLanguage: language.optional().describe('Of what is given here; default English'),
  outputLanguage: language.optional().describe('Of the texts; default English'),
  languageFormality: z.enum(['default', 'more', 'less']).optional().describe('Vous or tu, where the language has it'),
  webSearch: z
    .object({
      query: z.string().min(1).max(500).optional().describe('Default: made by Jasper'),
      maxResults: z.literal([1, 2, 3, 4, 5]).optional(),
      siteBlockList: z.array(z.string().min(3)).max(20).optional().describe('Domains to leave out'),
    })
    .optional()
    .describe('Searches the web first'),
  webScraper: z
    .object({
      urls: z
        .array(z.url({ protocol: /^https?$/ }))
        .min(1)
        .max(3),
    })
    .optional()
    .describe('Reads these pages first; not together with webSearch'),
};

type Generation = { [K in keyof typeof generationInput]?: z.output<(typeof generationInput)[K]> };

export const oneAddOn = {
  holds: ({ webSearch, webScraper }: Generation) => !webSearch || !webScraper,
  otherwise: {
    message: 'Give webSearch or webScraper. | Donnez webSearch ou webScraper, pas les deux.',
    path: ['webSearch'],
  },
};

export function addOnOf({ webSearch, webScraper }: Generation): 'webSearch' | 'webScraper' | undefined {
  if (webSearch) return 'webSearch';
  return webScraper && 'webScraper';
}

export function optionsOf({ webSearch, webScraper, ...options }: Generation) {
  const { query, ...search } = webSearch ?? {};
  return { ...options, webSearch: webSearch && { ...search, searchQuery: query }, webScraper };
}

const text = z.object({ id: z.string().nullish(), text: z.string().nullish() });
export const textsReply = z.object({ requestId: z.string().nullish(), data: z.array(text).nullish() });
export const texts = z.object({
  requestId: z.string().nullish(),
  texts: z.array(z.object({ id: z.string().nullish(), text: z.string() })),
});

export function textsOf({ requestId, data }: z.output<typeof textsReply>): z.output<typeof texts> {
  return { requestId, texts: (data ?? []).map((each) => ({ id: each.id, text: (each.text ?? '').trim() })) };
}

/** For what takes Jasper longer than a plain request; it is paid, so it is not to be cut off. */
export const slowMs = 110_000;
