import { basic, type AuthMode } from '../../core/auth-mode.js';
import { choiceField, secretField, textField } from '../../core/credential-field.js';
import { apiKeyField } from '../../core/usual-fields.js';

/** https://amplitude.com/docs/apis/authentication */
export const projectKeys: AuthMode = {
  key: 'api_key',
  label: { en: 'Project keys', fr: 'Clés du projet' },
  fields: [
    choiceField('region', ['us', 'eu'], {
      label: { en: 'Data region', fr: 'Région des données' },
      help: {
        en: 'us for app.amplitude.com, eu for app.eu.amplitude.com',
        fr: 'us pour app.amplitude.com, eu pour app.eu.amplitude.com',
      },
    }),
    apiKeyField({
      help: {
        en: 'Organization Settings > Projects > your project > API Keys',
        fr: 'Organization Settings > Projects > votre projet > API Keys',
      },
      pattern: /^[a-f0-9]{32}$/,
    }),
    secretField('secretKey', {
      label: { en: 'Secret key', fr: 'Clé secrète' },
      help: {
        en: 'Organization Settings > Projects > your project > Generate Secret Key; shown once',
        fr: 'Organization Settings > Projects > votre projet > Generate Secret Key ; affichée une seule fois',
      },
    }),
    textField('appId', {
      label: { en: 'Project ID', fr: 'Identifiant du projet' },
      help: {
        en: 'Organization Settings > Projects > your project. Needed only to upload cohorts.',
        fr: 'Organization Settings > Projects > votre projet. Nécessaire seulement pour envoyer des cohortes.',
      },
      pattern: /^\d{1,12}$/,
      strict: true,
      required: false,
    }),
    secretField('managementApiKey', {
      label: { en: 'Experiment management API key', fr: 'Clé d’API de gestion d’Experiment' },
      help: {
        en: 'Experiment > Management API. Needed only to list experiments.',
        fr: 'Experiment > Management API. Nécessaire seulement pour lister les expériences.',
      },
      required: false,
    }),
  ],
  sign: basic((values) => ({ user: values.secret('apiKey'), password: values.secret('secretKey') })),
};
