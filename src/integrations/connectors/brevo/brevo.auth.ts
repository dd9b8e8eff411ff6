import { grantBearer, headerKey, type AuthMode } from '../../core/auth-mode.js';
import { clientCredentials } from '../../core/client-credentials.js';
import { oauth2 } from '../../core/oauth2.js';
import { apiKeyField, apiKeyLabel, clientIdField, clientSecretField } from '../../core/usual-fields.js';

/** `:write` does not imply `:read`: https://developers.brevo.com/docs/oauth-scopes */
export const brevoScopes = [
  'account:read',
  'contacts:read',
  'contacts:write',
  'campaigns.email:read',
  'campaigns.email:write',
  'campaigns.sms:read',
  'campaigns.sms:write',
  'transactional.email:read',
  'transactional.email:write',
  'transactional.sms:read',
  'transactional.sms:write',
  'crm:read',
  'crm:write',
  'events:write',
] as const;

/** https://developers.brevo.com/docs/api-key-authentication */
export const apiKeyMode: AuthMode = {
  key: 'api_key',
  label: apiKeyLabel,
  fields: [
    apiKeyField({
      help: {
        en: 'Settings > SMTP & API > API keys; it begins with xkeysib-. An SMTP key (xsmtpsib-) does not work here.',
        fr: 'Paramètres > SMTP et API > Clés API ; elle commence par xkeysib-. Une clé SMTP (xsmtpsib-) ne fonctionne pas ici.',
      },
      pattern: /^xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}$/,
    }),
  ],
  sign: headerKey('api-key', 'apiKey'),
};

/** https://developers.brevo.com/docs/oauth-m2m-authentication */
export const machineMode: AuthMode = {
  key: 'client_credentials',
  label: { en: 'Machine-to-machine application', fr: 'Application machine à machine' },
  fields: applicationFields('brevo app create --m2m --scopes "…"'),
  grant: clientCredentials({
    tokenUrl: 'https://api.brevo.com/realms/partner/oauth/token',
    scopes: brevoScopes,
    expiresInSeconds: 3600,
  }),
  sign: grantBearer(),
};

/** For users of the application's own organisation: https://developers.brevo.com/docs/oauth-integration-guide */
export const oauthMode: AuthMode = {
  key: 'oauth',
  label: { en: 'OAuth application', fr: 'Application OAuth' },
  fields: applicationFields('brevo app create --distribution private --redirect-uri …'),
  grant: oauth2({
    authorizeUrl: 'https://oauth.brevo.com/realms/partner/oauth/authorize',
    tokenUrl: 'https://oauth.brevo.com/realms/partner/oauth/token',
    scopes: brevoScopes,
    // Private applications have a secret instead; only public ones take a code challenge.
    pkce: false,
    expiresInSeconds: 3600,
  }),
  sign: grantBearer(),
};

function applicationFields(command: string) {
  return [
    clientIdField({ help: { en: `Brevo’s command line: ${command}`, fr: `Ligne de commande de Brevo : ${command}` } }),
    clientSecretField({
      help: {
        en: 'brevo app credentials --app-id … --reveal-secret',
        fr: 'brevo app credentials --app-id … --reveal-secret',
      },
    }),
  ];
}
