/** A text that an end user may read: always in both languages. */
export interface LocalizedText {
  en: string;
  fr: string;
}

export type Locale = keyof LocalizedText;

/** The language to answer in, from a BCP 47 tag or an `Accept-Language` header; French is the product's first language. */
export function toLocale(tags: string | undefined): Locale {
  return localeIn(tags) ?? 'fr';
}

/** The first of our languages that a tag or header names, as clients sort them by preference; `*` and others name none. */
export function localeIn(tags: string | undefined): Locale | undefined {
  for (const tag of tags?.toLowerCase().split(',') ?? []) {
    const [, language] = /^\s*(en|fr)(?:-[^;]*)?\s*(?:;(?!\s*q=0(?:\.0*)?\s*$).*)?$/.exec(tag) ?? [];
    if (language === 'en' || language === 'fr') return language;
  }
  return undefined;
}

export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale];
}
