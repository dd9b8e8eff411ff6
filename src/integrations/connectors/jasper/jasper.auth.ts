import { grantBearer, headerKey, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { oauth2 } from '../../core/oauth2.js';
import { clientIdField, clientSecretField } from '../../core/usual-fields.js';

const idPattern = /^[A-Za-z0-9_-]{3,80}$/;

/** Used by every text unless an action names another. */
const defaults = [
  textField('toneId', {
    label: { en: 'Default brand voice', fr: 'Voix de marque par défaut' },
    help: { en: 'Its id: ton_…', fr: 'Son identifiant : ton_…' },
    required: false,
    pattern: idPattern,
    strict: true,
  }),
  textField('styleId', {
    label: { en: 'Default style guide', fr: 'Guide de style par défaut' },
    help: { en: 'Its id: sty_…', fr: 'Son identifiant : sty_…' },
    required: false,
    pattern: idPattern,
    strict: true,
  }),
  textField('audienceId', {
    label: { en: 'Default audience', fr: 'Audience par défaut' },
    help: { en: 'Its id: aud_…', fr: 'Son identifiant : aud_…' },
    required: false,
    pattern: idPattern,
    strict: true,
  }),
];

/** https://developers.jasper.ai/docs/authentication */
export const apiKeyMode: AuthMode = {
  key: 'api_key',
  label: { en: 'Workspace token', fr: 'Jeton de l’espace de travail' },
  fields: [
    secretField('apiKey', {
      label: { en: 'API token', fr: 'Jeton d’API' },
      help: {
        en: 'Settings > Dev tools > Tokens; Admins and Developers only',
        fr: 'Settings > Dev tools > Tokens ; Admins et Developers seulement',
      },
    }),
    ...defaults,
  ],
  sign: headerKey('x-api-key', 'apiKey'),
};

export const oauthMode: AuthMode = {
  key: 'oauth',
  label: { en: 'OAuth application', fr: 'Application OAuth' },
  fields: [
    clientIdField({
      help: {
        en: 'Given when the application is registered at https://api.jasper.ai/oauth2/register',
        fr: 'Donné à l’enregistrement de l’application sur https://api.jasper.ai/oauth2/register',
      },
    }),
    clientSecretField({ help: { en: 'Given along with it', fr: 'Donné en même temps' } }),
    ...defaults,
  ],
  grant: oauth2({
    authorizeUrl: 'https://api.jasper.ai/oauth2/authorize',
    tokenUrl: 'https://api.jasper.ai/oauth2/token',
    revokeUrl: 'https://api.jasper.ai/oauth2/revoke',
    scopes: ['user:read', 'user'],
  }),
  sign: grantBearer(),
};
