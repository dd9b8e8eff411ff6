import { grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { googleServiceAccount } from '../../core/google-service-account.js';
import { oauth2 } from '../../core/oauth2.js';
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

const serviceAccount: AuthMode = {
  key: 'service_account',
  label: { en: 'Service account', fr: 'Compte de service' },
  fields: [
    siteUrl,
    secretField('serviceAccountJson', {
      label: { en: 'JSON key file of the service account', fr: 'Fichier de clé JSON du compte de service' },
      help: {
        en: 'Google Cloud > IAM & Admin > Service Accounts > Keys > Add key > Create new key > JSON. Paste the whole file.',
        fr: 'Google Cloud > IAM et administration > Comptes de service > Clés > Ajouter une clé > Créer une clé > JSON. Collez tout le fichier.',
      },
    }),
  ],
  grant: googleServiceAccount('serviceAccountJson', [webmastersScope]),
  sign: grantBearer(),
};

const googleAccount: AuthMode = {
  key: 'oauth',
  label: { en: 'Google account', fr: 'Compte Google' },
  fields: [
    siteUrl,
    textField('clientId', {
      label: { en: 'Client ID', fr: 'ID client' },
      help: {
        en: 'Google Cloud > APIs & Services > Credentials > OAuth 2.0 Client IDs',
        fr: 'Google Cloud > API et services > Identifiants > ID clients OAuth 2.0',
      },
      pattern: /\.apps\.googleusercontent\.com$/,
    }),
    secretField('clientSecret', { label: { en: 'Client secret', fr: 'Code secret du client' }, pattern: /^GOCSPX-/ }),
  ],
  // https://developers.google.com/identity/protocols/oauth2/web-server: a refresh token comes only with both parameters.
  grant: oauth2({
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    revokeUrl: 'https://oauth2.googleapis.com/revoke',
    scopes: [webmastersScope],
    parameters: { access_type: 'offline', prompt: 'consent' },
  }),
  sign: grantBearer(),
};

export const authModes: readonly [AuthMode, AuthMode] = [serviceAccount, googleAccount];
