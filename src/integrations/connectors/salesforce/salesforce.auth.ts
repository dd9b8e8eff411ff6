import { grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { integrationUser, signInAt } from './salesforce-grant.js';

const applicationFields = [
  textField('clientId', {
    label: { en: 'Consumer key', fr: 'Clé consommateur' },
    help: {
      en: 'External Client App Manager > your app > Settings > OAuth Settings > Consumer Key and Secret',
      fr: 'Gestionnaire d’applications clientes externes > votre application > Paramètres > Paramètres OAuth > Clé et secret consommateur',
    },
    pattern: /^3MVG[\w.]{20,}$/,
  }),
  secretField('clientSecret', {
    label: { en: 'Consumer secret', fr: 'Secret consommateur' },
    help: { en: 'On the same page', fr: 'Sur la même page' },
    pattern: /^([A-F0-9]{64}|\d{15,20})$/,
  }),
];

export const clientCredentialsMode: AuthMode = {
  key: 'client_credentials',
  label: { en: 'Integration user (client credentials)', fr: 'Utilisateur d’intégration (identifiants client)' },
  fields: [
    textField('domain', {
      label: { en: 'My Domain', fr: 'Mon domaine' },
      help: {
        en: 'Setup > My Domain, such as acme.my.salesforce.com; the address of your pages (acme.lightning.force.com) does too',
        fr: 'Configuration > Mon domaine, par exemple acme.my.salesforce.com ; l’adresse de vos pages (acme.lightning.force.com) convient aussi',
      },
      pattern:
        /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9](\.(sandbox|develop|scratch|trailblaze|demo))?\.(my\.salesforce|lightning\.force)\.com$/,
      strict: true,
    }),
    ...applicationFields,
  ],
  grant: integrationUser(),
  sign: grantBearer(),
};

export const oauthMode: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with Salesforce', fr: 'Connexion avec Salesforce' },
  fields: applicationFields,
  grant: signInAt('login.salesforce.com'),
  sign: grantBearer(),
};

export const sandboxMode: AuthMode = {
  key: 'oauth_sandbox',
  label: { en: 'Sign in with a Salesforce sandbox', fr: 'Connexion avec une sandbox Salesforce' },
  fields: applicationFields,
  grant: signInAt('test.salesforce.com'),
  sign: grantBearer(),
};
