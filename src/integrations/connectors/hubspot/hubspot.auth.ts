import { bearer, grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField } from '../../core/credential-field.js';
import { clientIdField, clientSecretField } from '../../core/usual-fields.js';
import { hubspotGrant } from './hubspot-grant.js';

/** Tokens of the private apps of before and of apps with static tokens are sent in the same way. */
export const serviceKeyMode: AuthMode = {
  key: 'service_key',
  label: { en: 'Service key', fr: 'Clé de service' },
  fields: [
    secretField('accessToken', {
      label: { en: 'Service key or private app token', fr: 'Clé de service ou jeton d’application privée' },
      help: {
        en: 'Development > Keys > Service keys; begins with pat-',
        fr: 'Développement > Clés > Clés de service ; commence par pat-',
      },
      pattern: /^pat-[a-z]{2,4}\d-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    }),
  ],
  sign: bearer('accessToken'),
};

export const oauthMode: AuthMode = {
  key: 'oauth',
  label: { en: 'OAuth app', fr: 'Application OAuth' },
  fields: [
    clientIdField({
      help: { en: 'Your app > Auth', fr: 'Votre application > Auth' },
      pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    }),
    clientSecretField({
      help: { en: 'On the same page', fr: 'Sur la même page' },
      pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    }),
  ],
  grant: hubspotGrant(),
  sign: grantBearer(),
};
