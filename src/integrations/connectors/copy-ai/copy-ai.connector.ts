import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readCopyAiFault } from './copy-ai-fault.js';
import { apiKeyMode } from './copy-ai.auth.js';
import { pennShare } from './copy-ai.capabilities.js';
import { verifyCopyAi } from './verify-copy-ai.js';

export const copyAi = defineConnector({
  key: 'copy-ai',
  name: 'Copy.ai',
  category: categories.writing,
  description: {
    en: 'Runs the workflows that you built in Copy.ai: texts, ideas, variations, templates. Its API has no writing of its own.',
    fr: 'Lance les workflows que vous avez créés dans Copy.ai : textes, idées, déclinaisons, modèles. Son API ne rédige rien par elle-même.',
  },
  documentationUrl: 'https://docs.copy.ai/',
  setupSteps: [
    {
      en: 'In Copy.ai, build a workflow for each thing you want: writing texts, finding ideas, varying a text, or a template of yours. Give each one text input for the request.',
      fr: 'Dans Copy.ai, créez un workflow pour chaque besoin : rédiger, trouver des idées, décliner un texte, ou un modèle à vous. Donnez à chacun une entrée de texte pour la demande.',
    },
    {
      en: 'Open the API tab of each workflow and copy its id (WCFG-…) from the address of the API endpoint; note the name of its input.',
      fr: 'Ouvrez l’onglet API de chaque workflow et copiez son identifiant (WCFG-…) dans l’adresse de l’API endpoint ; notez le nom de son entrée.',
    },
    {
      en: 'As owner or admin, open Configuration > View API Keys > Create API Key and copy the key: it is shown once.',
      fr: 'En tant que propriétaire ou admin, ouvrez Configuration > View API Keys > Create API Key et copiez la clé : elle n’est affichée qu’une fois.',
    },
  ],
  leastPrivilege: {
    en: 'A key has all rights of the user it is assigned to: assign it to a user of its own who sees only these workflows, with an expiry of 12 months.',
    fr: 'Une clé a tous les droits de l’utilisateur auquel elle est attribuée : attribuez-la à un utilisateur dédié qui ne voit que ces workflows, avec une expiration à 12 mois.',
  },
  updatedOn: '2026-11-21',
  auth: [apiKeyMode],
  bases: { main: 'https://api.copy.ai/api' },
  hosts: ['api.copy.ai'],
  readFault: readCopyAiFault,
  verify: verifyCopyAi,
  agents: { penn: pennShare },
});
