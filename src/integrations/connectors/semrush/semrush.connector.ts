import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readSemrushFault } from './semrush-fault.js';
import { authModes } from './semrush.auth.js';
import { seomiShare } from './semrush.capabilities.js';
import { verifySemrush } from './verify-semrush.js';

export const semrush = defineConnector({
  key: 'semrush',
  name: 'Semrush',
  category: categories.search,
  description: {
    en: 'Keywords, competitors and backlinks of any site, technical audits and tracked positions of one’s own.',
    fr: 'Mots-clés, concurrents et backlinks de tout site, audits techniques et positions suivies du vôtre.',
  },
  documentationUrl: 'https://developer.semrush.com/api/',
  setupSteps: [
    {
      en: 'The API takes the SEO Business plan and bought API units: check both under Subscription info.',
      fr: 'L’API demande l’offre SEO Business et des unités d’API achetées : vérifiez les deux dans Subscription info (informations d’abonnement).',
    },
    {
      en: 'Click your profile at the top right, then My profile > API Keys, and copy the version 3 key that is there already.',
      fr: 'Cliquez sur votre profil en haut à droite, puis My profile > API Keys, et copiez la clé de version 3 déjà présente.',
    },
    {
      en: 'On the same page, Create API key: version 4, permission Read-only, with an expiry if you like. Copy it as well.',
      fr: 'Sur la même page, Create API key : version 4, autorisation Read-only (lecture seule), avec une expiration si vous le souhaitez. Copiez-la aussi.',
    },
  ],
  leastPrivilege: {
    en: 'A version 4 key with Read-only. The version 3 key has no rights of its own and cannot be revoked: keep it nowhere else.',
    fr: 'Une clé de version 4 en lecture seule. La clé de version 3 n’a pas de droits propres et ne peut pas être révoquée : ne la gardez nulle part ailleurs.',
  },
  updatedOn: '2026-11-21',
  auth: authModes,
  bases: {
    main: 'https://api.semrush.com',
    v4: 'https://api.semrush.com/apis/v4',
    account: 'https://www.semrush.com/users',
  },
  hosts: ['api.semrush.com', 'www.semrush.com'],
  readFault: readSemrushFault,
  // Reports of version 3 refuse with 200 too.
  faultsInSuccess: true,
  // For each account: https://developer.semrush.com/api/v4/introduction/api-usage-restrictions/
  rateLimits: [{ requests: 10, perMs: 1_000 }],
  verify: verifySemrush,
  agents: { seomi: seomiShare },
});
