import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readAhrefsFault } from './ahrefs-fault.js';
import { authModes } from './ahrefs.auth.js';
import { seomiShare } from './ahrefs.capabilities.js';
import { verifyAhrefs } from './verify-ahrefs.js';

export const ahrefs = defineConnector({
  key: 'ahrefs',
  name: 'Ahrefs',
  category: categories.search,
  description: {
    en: 'Backlinks, domain ratings, keywords of any site and of its competitors, tracked positions and site audits.',
    fr: 'Backlinks, Domain Rating, mots-clés de tout site et de ses concurrents, positions suivies et audits de site.',
  },
  documentationUrl: 'https://docs.ahrefs.com/api/docs/introduction',
  setupSteps: [
    {
      en: 'In Ahrefs, as owner or admin of the workspace, open Account settings > API keys (app.ahrefs.com/account/api-keys).',
      fr: 'Dans Ahrefs, comme propriétaire ou administrateur de l’espace de travail, ouvrez Account settings > API keys (app.ahrefs.com/account/api-keys).',
    },
    {
      en: 'Create a key, best with a limit of API units of its own, and copy it. It works for one year. The API is part of the plans from Lite on.',
      fr: 'Créez une clé, de préférence avec sa propre limite d’unités d’API, et copiez-la. Elle fonctionne un an. L’API est incluse à partir de l’offre Lite.',
    },
  ],
  leastPrivilege: {
    en: 'A key of its own with a monthly limit of API units; keys have no finer rights.',
    fr: 'Une clé dédiée avec une limite mensuelle d’unités d’API ; les clés n’ont pas de droits plus fins.',
  },
  updatedOn: '2026-11-21',
  auth: authModes,
  bases: { main: 'https://api.ahrefs.com/v3' },
  // The second one only for tokens of Ahrefs Connect.
  hosts: ['api.ahrefs.com', 'ahrefs.com'],
  readFault: readAhrefsFault,
  // https://docs.ahrefs.com/api/docs/introduction
  rateLimits: [{ requests: 60, perMs: 60_000 }],
  verify: verifyAhrefs,
  agents: { seomi: seomiShare },
});
