import { bearer, grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { choiceField, textField } from '../../core/credential-field.js';
import { oauth2 } from '../../core/oauth2.js';
import { apiKeyField, apiKeyLabel, clientIdField, clientSecretField } from '../../core/usual-fields.js';
import { apiUrlOf, appUrlOf, selfHosted } from './cal-com-place.js';

const regionLabel = { en: 'Where your account is', fr: 'Où se trouve votre compte' };

const apiKey: AuthMode = {
  key: 'api_key',
  label: apiKeyLabel,
  fields: [
    apiKeyField({
      help: {
        en: 'Settings > Developer > API keys; begins with cal_',
        fr: 'Settings > Developer > API keys ; commence par cal_',
      },
      // Who runs it can choose another beginning.
      pattern: /^cal_/,
    }),
    choiceField('region', ['cloud', 'eu', selfHosted], {
      label: regionLabel,
      help: {
        en: 'cloud: app.cal.com; eu: app.cal.eu; self-hosted: a server of your own',
        fr: 'cloud : app.cal.com ; eu : app.cal.eu ; self-hosted : votre propre serveur',
      },
    }),
    textField('baseUrl', {
      label: { en: 'Address of the API', fr: 'Adresse de l’API' },
      help: {
        en: 'Only for self-hosted: where API v2 answers, without /v2',
        fr: 'Seulement pour self-hosted : là où répond l’API v2, sans /v2',
      },
      required: false,
      pattern: /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w~-][\w.~-]*)*\/?$/i,
      strict: true,
    }),
    textField('requestsPerMinute', {
      label: { en: 'Requests a minute', fr: 'Requêtes par minute' },
      help: {
        en: 'What Cal.com allows this key: 120, or what it raised that to',
        fr: 'Ce que Cal.com permet à cette clé : 120, ou ce qu’il vous a accordé',
      },
      pattern: /^[1-9]\d{1,4}$/,
      strict: true,
      fallback: '120',
    }),
  ],
  sign: bearer('apiKey'),
};

const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'OAuth client', fr: 'Client OAuth' },
  fields: [
    choiceField('region', ['cloud', 'eu'], { label: regionLabel }),
    clientIdField({ help: { en: 'Settings > Developer > OAuth', fr: 'Settings > Developer > OAuth' } }),
    clientSecretField({ help: { en: 'On the same page, shown once', fr: 'Sur la même page, affiché une seule fois' } }),
  ],
  // https://cal.com/docs/api-reference/v2/oauth
  grant: oauth2({
    authorizeUrl: (values) => `${appUrlOf(values)}/auth/oauth2/authorize`,
    tokenUrl: (values) => `${apiUrlOf(values)}/v2/auth/oauth2/token`,
    scopes: [
      'PROFILE_READ',
      'EVENT_TYPE_READ',
      'SCHEDULE_READ',
      'BOOKING_READ',
      'BOOKING_WRITE',
      'WEBHOOK_READ',
      'WEBHOOK_WRITE',
    ],
    // A client with a secret is refused when it sends a code verifier beside it.
    pkce: false,
  }),
  sign: grantBearer(),
};

export const calComAuth: readonly [AuthMode, ...AuthMode[]] = [apiKey, oauth];
