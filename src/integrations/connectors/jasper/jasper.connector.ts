import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readJasperFault } from './jasper-fault.js';
import { apiKeyMode, oauthMode } from './jasper.auth.js';
import { pennShare } from './jasper.capabilities.js';
import { verifyJasper } from './verify-jasper.js';

export const jasper = defineConnector({
  key: 'jasper',
  name: 'Jasper',
  category: categories.writing,
  description: {
    en: 'Marketing texts by Jasper in your brand voice: free commands, templates, agents, knowledge and documents of a workspace.',
    fr: 'Textes marketing par Jasper dans votre voix de marque : commandes libres, modèles, agents, connaissances et documents d’un espace de travail.',
  },
  documentationUrl: 'https://developers.jasper.ai/',
  setupSteps: [
    {
      en: 'You need the Jasper Business plan; the Pro plan has no API.',
      fr: 'Il faut l’offre Jasper Business ; l’offre Pro n’a pas d’API.',
    },
    {
      en: 'As Admin or Developer, open Settings > Dev tools > Tokens, create a token and copy it.',
      fr: 'En tant qu’Admin ou Developer, ouvrez Settings > Dev tools > Tokens, créez un jeton et copiez-le.',
    },
    {
      en: 'If you like, enter the ids of a default brand voice, style guide and audience; the actions of this connection list them.',
      fr: 'Si vous le souhaitez, saisissez les identifiants d’une voix de marque, d’un guide de style et d’une audience par défaut ; les actions de cette connexion les listent.',
    },
  ],
  leastPrivilege: {
    en: 'A token of a user with the Developer role; it opens the whole workspace, Jasper has no narrower one. By OAuth: the scopes user:read and user.',
    fr: 'Un jeton d’un utilisateur au rôle Developer ; il ouvre tout l’espace de travail, Jasper n’en a pas de plus étroit. Par OAuth : les portées user:read et user.',
  },
  updatedOn: '2026-11-21',
  auth: [apiKeyMode, oauthMode],
  bases: { main: 'https://api.jasper.ai/v1' },
  hosts: ['api.jasper.ai'],
  readFault: readJasperFault,
  // What generates; reading takes 200 a minute, style guides 60: https://developers.jasper.ai/docs/rate-limits
  rateLimits: [{ requests: 105, perMs: 60_000 }],
  verify: verifyJasper,
  agents: { penn: pennShare },
});
