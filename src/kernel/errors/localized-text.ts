/** A text that an end user may read: always in both languages. */
export interface LocalizedText {
  en: string;
  fr: string;
}

export type Locale = keyof LocalizedText;

/** The language to answer in, from a BCP 47 tag or an `Accept-Language` header; French is the product's first language. */
export function toLocale(tag: string | undefined): Locale {
  const first = tag?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'fr';
}

export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale];
}
