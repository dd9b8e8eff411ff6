import { grantBearer, headerKey, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { clientIdField, clientSecretField } from '../../core/usual-fields.js';
import { pipedriveGrant } from './pipedrive-grant.js';

/** A person's own token: all that this person may do. */
export const apiTokenMode: AuthMode = {
  key: 'api_token',
  label: { en: 'API token', fr: 'Jeton d’API' },
  fields: [
    textField('companyDomain', {
      label: { en: 'Company domain', fr: 'Domaine de l’entreprise' },
      help: {
        en: 'The part before .pipedrive.com in the address of your account',
        fr: 'La partie qui précède .pipedrive.com dans l’adresse de votre compte',
      },
      pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
      strict: true,
    }),
    secretField('apiToken', {
      label: { en: 'API token', fr: 'Jeton d’API' },
      help: { en: 'Personal preferences > API', fr: 'Préférences personnelles > API' },
      pattern: /^[a-f0-9]{40}$/,
    }),
  ],
  sign: headerKey('x-api-token', 'apiToken'),
};

export const oauthMode: AuthMode = {
  key: 'oauth',
  label: { en: 'OAuth application', fr: 'Application OAuth' },
  fields: [
    clientIdField({
      help: {
        en: 'Developer Hub > your app > OAuth & access scopes',
        fr: 'Developer Hub > votre application > OAuth & access scopes',
      },
    }),
    clientSecretField({ help: { en: 'On the same page', fr: 'Sur la même page' } }),
  ],
  grant: pipedriveGrant(),
  sign: grantBearer(),
};
