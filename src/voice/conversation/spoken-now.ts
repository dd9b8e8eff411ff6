/** A moment in words, as a model understands dates best: `samedi 21 novembre 2026 à 10:15`. */
export function spokenNow(now: Date, { language, timeZone }: { language: string; timeZone: string }): string {
  return new Intl.DateTimeFormat(language.startsWith('fr') ? 'fr-FR' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(now);
}
