import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readIntercomFault } from './intercom-fault.js';
import { intercomAuth } from './intercom.auth.js';
import { cassieShare } from './intercom.capabilities.js';
import { verifyIntercom } from './verify-intercom.js';

/** By the region that a workspace is hosted in. */
const baseUrls: Readonly<Record<string, string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

export const intercom = defineConnector({
  key: 'intercom',
  name: 'Intercom',
  category: categories.support,
  description: {
    en: 'Conversations, messages, contacts, automations and figures of an Intercom workspace.',
    fr: 'Conversations, messages, contacts, automatisations et chiffres d’un espace de travail Intercom.',
  },
  documentationUrl: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io',
  setupSteps: [
    {
      en: 'Open the Developer Hub (Settings > Integrations > Developer Hub) and click New app; choose your own workspace.',
      fr: 'Ouvrez le Developer Hub (Paramètres > Intégrations > Developer Hub) et cliquez sur New app ; choisissez votre propre espace de travail.',
    },
    {
      en: 'Under Configure > Authentication, copy the access token. It is a private app: nothing has to be published.',
      fr: 'Sous Configure > Authentication, copiez le jeton d’accès. C’est une application privée : rien n’est à publier.',
    },
    {
      en: 'For reports, also copy the Client ID under Configure > Basic information.',
      fr: 'Pour les rapports, copiez aussi le Client ID sous Configure > Basic information.',
    },
  ],
  leastPrivilege: {
    en: 'Permissions of the app: read and write conversations, read and write users and companies, read and write tags, write events, read articles, read admins, export reporting data.',
    fr: 'Permissions de l’application : lire et écrire les conversations, les utilisateurs et sociétés, les étiquettes ; écrire les événements ; lire les articles et les administrateurs ; exporter les données de reporting.',
  },
  updatedOn: '2026-11-21',
  auth: intercomAuth,
  bases: { main: (settings) => baseUrls[settings.text('region')] ?? 'https://api.intercom.io' },
  hosts: ['api.intercom.io', 'api.eu.intercom.io', 'api.au.intercom.io'],
  // Without it the version of the app counts, which its owner can change.
  headers: () => ({ 'intercom-version': '2.16' }),
  readFault: readIntercomFault,
  // 10,000 a minute per app, dealt out in slices of ten seconds:
  // https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting
  rateLimits: [{ requests: 1666, perMs: 10_000 }],
  verify: verifyIntercom,
  agents: { cassie: cassieShare },
});
