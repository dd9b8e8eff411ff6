import type { VapiCategory, VapiProvider } from './vapi-catalogue.schema.js';

export interface VapiProviderQuery {
  /** Words that all have to occur, in either language, whatever accents and case. */
  search?: string | undefined;
  /** The key of a category. */
  category?: string | undefined;
}

const longestSearch = 200;

/** The categories with the providers that fit, in the catalogue's order; categories in which none fits are left out. */
export function findVapiProviders(
  catalogue: readonly VapiCategory[],
  { search = '', category }: VapiProviderQuery,
): VapiCategory[] {
  const words = fold(search.slice(0, longestSearch)).split(/\s+/).filter(Boolean);
  return catalogue
    .filter(({ key }) => category === undefined || key === category)
    .map((found) => ({ ...found, providers: found.providers.filter((provider) => fits(words, found, provider)) }))
    .filter(({ providers }) => providers.length > 0);
}

function fits(words: readonly string[], { label }: VapiCategory, provider: VapiProvider): boolean {
  if (words.length === 0) return true;
  const { key, name, description, note } = provider;
  const texts = [label, description, note].flatMap((text) => (text ? [text.en, text.fr] : []));
  const haystack = fold([key, name, ...texts].join('\n'));
  return words.every((word) => haystack.includes(word));
}

/** Without case, accents and ligatures, and with one kind of apostrophe: `Œuvre d’été` is `oeuvre d'ete`. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");
}
