import type { GrantSource } from '../../core/access-grant.js';
import { bearer, grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField, type CredentialField } from '../../core/credential-field.js';
import { oauth2 } from '../../core/oauth2.js';
import { apiKeyField, apiKeyLabel, clientIdField } from '../../core/usual-fields.js';

const settings: readonly CredentialField[] = [
  textField('defaultCountry', {
    label: { en: 'Country', fr: 'Pays' },
    help: {
      en: 'Two letters, lower case: fr, be, ch, ca, us. Where nothing else is asked for.',
      fr: 'Deux lettres minuscules : fr, be, ch, ca, us. Quand rien d’autre n’est demandé.',
    },
    pattern: /^[a-z]{2}$/,
    strict: true,
    fallback: 'fr',
  }),
  textField('projectId', {
    label: { en: 'Project ID', fr: 'ID du projet' },
    help: {
      en: 'The number in the address of the Rank Tracker or Site Audit project; only these two need it.',
      fr: 'Le nombre dans l’adresse du projet Rank Tracker ou Site Audit ; seuls ces deux outils en ont besoin.',
    },
    pattern: /^\d+$/,
    strict: true,
    required: false,
  }),
];

const apiKey: AuthMode = {
  key: 'api_key',
  label: apiKeyLabel,
  fields: [
    apiKeyField({
      help: { en: 'Account settings > API keys', fr: 'Account settings (paramètres du compte) > API keys' },
      pattern: /^[A-Za-z0-9_-]{30,}$/,
    }),
    ...settings,
  ],
  sign: bearer('apiKey'),
};

/**
 * Tokens last one year and cannot be renewed or given back; the user has to connect again.
 * https://docs.ahrefs.com/ahrefs-connect/docs/oauth-guide
 */
function ahrefsConnect(): GrantSource {
  const { authorization } = oauth2({
    authorizeUrl: 'https://app.ahrefs.com/web/oauth/authorize',
    tokenUrl: 'https://ahrefs.com/oauth/token',
    scopes: ['apiv3-integration-apps'],
  });
  return authorization ? { authorization } : {};
}

const connectApp: AuthMode = {
  key: 'oauth',
  label: { en: 'Ahrefs Connect application', fr: 'Application Ahrefs Connect' },
  fields: [
    clientIdField({
      help: {
        en: 'Account settings > Ahrefs Connect, for applications that Ahrefs has approved',
        fr: 'Account settings > Ahrefs Connect, pour les applications approuvées par Ahrefs',
      },
    }),
    secretField('clientSecret', { label: { en: 'Client secret', fr: 'Secret du client' } }),
    ...settings,
  ],
  grant: ahrefsConnect(),
  sign: grantBearer(),
};

export const authModes: readonly [AuthMode, AuthMode] = [apiKey, connectApp];
