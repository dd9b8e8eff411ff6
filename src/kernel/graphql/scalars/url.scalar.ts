import { textScalar } from './text-scalar.js';

export const UrlScalar = textScalar({
  name: 'URL',
  description: 'An absolute http or https address.',
  accepts: isWebAddress,
  expected: {
    en: 'Expected an absolute http or https address.',
    fr: 'Une adresse absolue en http ou https est attendue.',
  },
});

function isWebAddress(text: string): boolean {
  return text.length <= 2_048 && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}
