import { textField } from '../../core/credential-field.js';
import { googleAuth } from '../../families/google/google-auth.js';
import { propertyPattern } from './property.js';

/** Sitemaps cannot be submitted with `webmasters.readonly`: https://developers.google.com/webmaster-tools/v1/how-tos/authorizing */
export const webmastersScope = 'https://www.googleapis.com/auth/webmasters';

const siteUrl = textField('siteUrl', {
  label: { en: 'Property', fr: 'Propriété' },
  help: {
    en: 'Exactly as Search Console names it: https://www.example.com/ with its last slash, or sc-domain:example.com',
    fr: 'Exactement comme dans la Search Console : https://www.exemple.fr/ avec la barre finale, ou sc-domain:exemple.fr',
  },
  pattern: propertyPattern,
  strict: true,
});

export const authModes = googleAuth(webmastersScope, siteUrl);
