import { grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { textField } from '../../core/credential-field.js';
import { apiKeyField, apiKeyLabel, clientSecretField } from '../../core/usual-fields.js';
import { grantOfKey } from './key-grant.js';
import { grantOfUser } from './user-grant.js';

/** https://mailchimp.com/developer/marketing/docs/fundamentals/#authenticate-with-an-api-key */
export const apiKey: AuthMode = {
  key: 'api_key',
  label: apiKeyLabel,
  fields: [
    apiKeyField({
      help: {
        en: 'Account & billing > Extras > API keys; it ends in a dash and the data center, such as -us21',
        fr: 'Compte et facturation > Extras > Clés API ; elle se termine par un tiret et le centre de données, comme -us21',
      },
      pattern: /^[0-9a-f]{32}-[a-z]+\d{1,3}$/,
    }),
  ],
  grant: grantOfKey('apiKey'),
  sign: grantBearer(),
};

/** https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/ */
export const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with Mailchimp (own application)', fr: 'Connexion avec Mailchimp (application propre)' },
  fields: [
    textField('clientId', {
      label: { en: 'Client ID', fr: 'Identifiant client' },
      help: {
        en: 'Account & billing > Extras > Registered apps > Register an app',
        fr: 'Compte et facturation > Extras > Applications enregistrées > Enregistrer une application',
      },
    }),
    clientSecretField({
      help: {
        en: 'Shown once, when the app is registered.',
        fr: 'Affiché une fois, à l’enregistrement de l’application.',
      },
    }),
  ],
  grant: grantOfUser,
  sign: grantBearer(),
};
