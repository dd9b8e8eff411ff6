import { basic, type AuthMode } from '../../core/auth-mode.js';
import { choiceField, secretField, textField } from '../../core/credential-field.js';

/** https://docs.mixpanel.com/reference/service-accounts */
export const serviceAccount: AuthMode = {
  key: 'service_account',
  label: { en: 'Service account', fr: 'Compte de service' },
  fields: [
    choiceField('region', ['us', 'eu', 'in'], {
      label: { en: 'Data residency', fr: 'Région des données' },
      help: {
        en: 'Where the project’s data is stored: us for mixpanel.com, eu for eu.mixpanel.com, in for in.mixpanel.com.',
        fr: 'Là où sont stockées les données du projet : us pour mixpanel.com, eu pour eu.mixpanel.com, in pour in.mixpanel.com.',
      },
    }),
    textField('serviceAccountUsername', {
      label: { en: 'Service account username', fr: 'Nom d’utilisateur du compte de service' },
      help: {
        en: 'Organization Settings > Service Accounts; it ends in .mp-service-account',
        fr: 'Organization Settings > Service Accounts ; il se termine par .mp-service-account',
      },
      pattern: /^[^\s:]+\.mp-service-account$/,
    }),
    secretField('serviceAccountSecret', {
      label: { en: 'Service account secret', fr: 'Secret du compte de service' },
      help: {
        en: 'Shown once, when the service account is created.',
        fr: 'Affiché une seule fois, à la création du compte de service.',
      },
    }),
    textField('projectId', {
      label: { en: 'Project ID', fr: 'Identifiant du projet' },
      help: { en: 'Project Settings > Overview > Project ID', fr: 'Project Settings > Overview > Project ID' },
      pattern: /^\d{1,12}$/,
      strict: true,
    }),
    textField('workspaceId', {
      label: { en: 'Workspace ID', fr: 'Identifiant de l’espace de travail' },
      help: {
        en: 'The number after /view/ in the address of a report. Needed for experiments and for projects with data views.',
        fr: 'Le nombre qui suit /view/ dans l’adresse d’un rapport. Nécessaire pour les expériences et les projets à vues de données.',
      },
      pattern: /^\d{1,12}$/,
      strict: true,
      required: false,
    }),
  ],
  sign: basic((values) => ({
    user: values.text('serviceAccountUsername'),
    password: values.secret('serviceAccountSecret'),
  })),
};
