/** The canonical form of a BCP 47 tag of a language that exists, or null: `FR-fr` becomes `fr-FR`. */
export function canonicalLanguage(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical === undefined || canonical !== new Intl.Locale(canonical).baseName) return null;
    return isLanguage(canonical) ? canonical : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Any word of five letters is well formed; only the known ones have a name. */
function isLanguage(tag: string): boolean {
  const { language } = new Intl.Locale(tag);
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
}

/** `fr` of `fr-FR`. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
