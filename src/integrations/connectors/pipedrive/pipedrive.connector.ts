import { categories } from '../../core/categories.js';
import type { VendorSettings } from '../../core/vendor-client.js';
import { defineConnector } from '../../core/define-connector.js';
import { apiTokenMode, oauthMode } from './pipedrive.auth.js';
import { buddyShare } from './pipedrive.buddy.js';
import { readPipedriveFault } from './pipedrive-fault.js';
import { verifyPipedrive } from './verify-pipedrive.js';

export const pipedrive = defineConnector({
  key: 'pipedrive',
  name: 'Pipedrive',
  category: categories.sales,
  description: {
    en: 'Deals, contacts, activities, pipelines and forecasts of a Pipedrive company.',
    fr: 'Affaires, contacts, activités, pipelines et prévisions d’une entreprise Pipedrive.',
  },
  documentationUrl: 'https://developers.pipedrive.com/docs/api/v1',
  setupSteps: [
    {
      en: 'In Pipedrive, click your picture at the top right, then Personal preferences > API.',
      fr: 'Dans Pipedrive, cliquez sur votre photo en haut à droite, puis sur Préférences personnelles > API.',
    },
    {
      en: 'Copy your personal API token. If the page is missing, an administrator has to allow API access in your permission set. A new token ends the old one at once.',
      fr: 'Copiez votre jeton d’API personnel. Si la page est absente, un administrateur doit autoriser l’accès à l’API dans votre jeu d’autorisations. Un nouveau jeton met fin à l’ancien aussitôt.',
    },
    {
      en: 'Or, for OAuth: in the Developer Hub create a private app with our callback address and the scopes below, then copy its client ID and client secret.',
      fr: 'Ou, pour OAuth : dans le Developer Hub, créez une application privée avec notre adresse de rappel et les portées ci-dessous, puis copiez son ID client et son secret client.',
    },
  ],
  leastPrivilege: {
    en: 'The token of a user who sees only the deals and contacts to work on. OAuth scopes: base, deals:full, contacts:full, activities:full, search:read, users:read.',
    fr: 'Le jeton d’un utilisateur qui ne voit que les affaires et contacts à traiter. Portées OAuth : base, deals:full, contacts:full, activities:full, search:read, users:read.',
  },
  updatedOn: '2026-11-21',
  auth: [apiTokenMode, oauthMode],
  bases: {
    main: (settings) => `${accountUrl(settings)}/api/v2`,
    // Notes, users, activity types and statistics have no successor in v2 yet.
    v1: (settings) => `${accountUrl(settings)}/api/v1`,
  },
  hosts: ['*.pipedrive.com'],
  readFault: readPipedriveFault,
  // Burst and day of one seat on the smallest plan; a request costs about ten of the day’s 30,000 tokens:
  // https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting
  rateLimits: [
    { requests: 20, perMs: 2_000 },
    { requests: 3_000, perMs: 86_400_000 },
  ],
  verify: verifyPipedrive,
  agents: { buddy: buddyShare },
});

/** OAuth tells the account's address with the token; an API token is entered beside it. */
function accountUrl(settings: VendorSettings): string {
  return settings.optionalFact('apiDomain') ?? `https://${settings.text('companyDomain')}.pipedrive.com`;
}
