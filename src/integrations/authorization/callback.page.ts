import { inLocale, type Locale, type LocalizedText } from '../../kernel/errors/index.js';

const texts = {
  done: {
    title: { en: 'Connected', fr: 'Connexion établie' },
    text: {
      en: 'You can close this window. The connection is being tested now.',
      fr: 'Vous pouvez fermer cette fenêtre. La connexion est en cours de test.',
    },
  },
  failed: { en: 'Not connected', fr: 'Connexion impossible' },
} satisfies Record<string, LocalizedText | Record<string, LocalizedText>>;

/** The page has no script and loads nothing. */
export const callbackPagePolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/** What a person sees who comes back from a vendor. */
export function callbackPage(locale: Locale, outcome: { integration: string } | { fault: LocalizedText }): string {
  const isDone = 'integration' in outcome;
  const title = isDone
    ? `${inLocale(texts.done.title, locale)} : ${outcome.integration}`
    : inLocale(texts.failed, locale);
  const text = inLocale(isDone ? texts.done.text : outcome.fault, locale);
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
