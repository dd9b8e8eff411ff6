import { basic, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField, type CredentialField } from '../../core/credential-field.js';

const accountSid = textField('accountSid', {
  label: { en: 'Account SID', fr: 'Account SID' },
  help: { en: 'Console > Account Info; begins with AC', fr: 'Console > Account Info ; commence par AC' },
  pattern: /^AC[0-9a-fA-F]{32}$/,
  strict: true,
});

/** Twilio signs what it sends to us with the account's own token, whatever key we ask it with. */
const authToken = (required: boolean): CredentialField =>
  secretField('authToken', {
    label: { en: 'Auth token', fr: 'Auth token' },
    help: required
      ? { en: 'Console > Account Info > Auth Token', fr: 'Console > Account Info > Auth Token' }
      : {
          en: 'Needed to check what Twilio sends here, where this server answers the phone itself',
          fr: 'Nécessaire pour vérifier ce que Twilio envoie ici, lorsque ce serveur répond lui-même au téléphone',
        },
    required,
    pattern: /^[0-9a-fA-F]{32}$/,
  });

const byToken: AuthMode = {
  key: 'auth_token',
  label: { en: 'Account SID and auth token', fr: 'Account SID et auth token' },
  fields: [accountSid, authToken(true)],
  sign: basic((values) => ({ user: values.text('accountSid'), password: values.secret('authToken') })),
};

const byApiKey: AuthMode = {
  key: 'api_key',
  label: { en: 'API key', fr: 'Clé d’API' },
  fields: [
    accountSid,
    textField('apiKeySid', {
      label: { en: 'API key SID', fr: 'SID de la clé d’API' },
      help: {
        en: 'Console > Account > API keys & tokens; begins with SK',
        fr: 'Console > Account > API keys & tokens ; commence par SK',
      },
      pattern: /^SK[0-9a-fA-F]{32}$/,
      strict: true,
    }),
    secretField('apiKeySecret', {
      label: { en: 'API key secret', fr: 'Secret de la clé d’API' },
      help: { en: 'On the same page, shown once', fr: 'Sur la même page, affiché une seule fois' },
    }),
    authToken(false),
  ],
  sign: basic((values) => ({ user: values.text('apiKeySid'), password: values.secret('apiKeySecret') })),
};

export const twilioAuth: readonly [AuthMode, ...AuthMode[]] = [byToken, byApiKey];
