import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { memberOf } from '../member.js';

const word = z.string().min(1).max(100).optional();

export const buildSearchLink = defineAction({
  key: 'build_search_link',
  effect: 'READ',
  description: {
    en: 'Makes a link to a people search on LinkedIn or in Sales Navigator, for the connected member to open in the browser. LinkedIn’s API searches no people: nothing is found here, and Sales Navigator needs the member’s own licence.',
    fr: 'Fabrique un lien vers une recherche de personnes sur LinkedIn ou dans Sales Navigator, à ouvrir dans le navigateur par le membre connecté. L’API de LinkedIn ne cherche personne : rien n’est trouvé ici, et Sales Navigator demande la licence du membre.',
  },
  input: z
    .object({
      product: z.enum(['linkedin', 'sales_navigator']).default('linkedin'),
      keywords: z.string().min(1).max(300).optional().describe('Words; AND, OR, NOT and "quotes" count'),
      title: word.describe('Job title'),
      company: word,
      region: word,
    })
    .refine(({ keywords, title, company, region }) => keywords ?? title ?? company ?? region, {
      path: ['keywords'],
      message: 'Say what to look for. | Dites quoi chercher.',
    }),
  output: z.object({ url: z.string(), openAs: z.string().nullable().describe('The member whose browser opens it') }),
  async run(client, { product, ...wanted }) {
    const { name } = await memberOf(client);
    return { url: product === 'linkedin' ? linkedInUrl(wanted) : salesNavigatorUrl(wanted), openAs: name };
  },
});

interface Wanted {
  keywords?: string | undefined;
  title?: string | undefined;
  company?: string | undefined;
  region?: string | undefined;
}

function linkedInUrl({ keywords, title, company, region }: Wanted): string {
  const url = new URL('https://www.linkedin.com/search/results/people/');
  const parameters = { keywords: together([keywords, region]), titleFreeText: title, company };
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** Its filters take LinkedIn's own ids, so that everything is put into the keywords. */
function salesNavigatorUrl({ keywords, title, company, region }: Wanted): string {
  const text = together([keywords, ...[title, company, region].map((part) => part && `"${part.replaceAll('"', '')}"`)]);
  const query = encodeURIComponent(`(keywords:${encodeURIComponent(text)})`);
  return `https://www.linkedin.com/sales/search/people?query=${query}`;
}

function together(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' AND ');
}
