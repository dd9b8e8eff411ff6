import { grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, type CredentialField } from '../../core/credential-field.js';
import { oauth2 } from '../../core/oauth2.js';
import { clientIdField } from '../../core/usual-fields.js';
import { googleServiceAccount } from './google-service-account.js';

const keyFile = secretField('serviceAccountJson', {
  label: { en: 'JSON key file of the service account', fr: 'Fichier de clé JSON du compte de service' },
  help: {
    en: 'Google Cloud > IAM & Admin > Service Accounts > Keys > Add key > Create new key > JSON. Paste the whole file.',
    fr: 'Google Cloud > IAM et administration > Comptes de service > Clés > Ajouter une clé > Créer une clé > JSON. Collez tout le fichier.',
  },
});
const clientId = clientIdField({
  help: {
    en: 'Google Cloud > APIs & Services > Credentials > OAuth 2.0 Client IDs',
    fr: 'Google Cloud > API et services > Identifiants > ID clients OAuth 2.0',
  },
  pattern: /\.apps\.googleusercontent\.com$/,
});
const clientSecret = secretField('clientSecret', {
  label: { en: 'Client secret', fr: 'Code secret du client' },
  pattern: /^GOCSPX-/,
});

/**
 * Both ways in to an API of Google: a service account, and a person’s own account.
 *
 * @param resource The setting that names what is worked on: a property, a site.
 */
export function googleAuth(scope: string, resource: CredentialField): readonly [AuthMode, AuthMode] {
  return [
    {
      key: 'service_account',
      label: { en: 'Service account', fr: 'Compte de service' },
      fields: [resource, keyFile],
      grant: googleServiceAccount(keyFile.key, [scope]),
      sign: grantBearer(),
    },
    {
      key: 'oauth',
      label: { en: 'Google account', fr: 'Compte Google' },
      fields: [resource, clientId, clientSecret],
      // https://developers.google.com/identity/protocols/oauth2/web-server: a refresh token comes only with both parameters.
      grant: oauth2({
        authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        revokeUrl: 'https://oauth2.googleapis.com/revoke',
        scopes: [scope],
        parameters: { access_type: 'offline', prompt: 'consent' },
      }),
      sign: grantBearer(),
    },
  ];
}
