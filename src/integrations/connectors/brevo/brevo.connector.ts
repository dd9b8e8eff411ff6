import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readBrevoFault } from './brevo-fault.js';
import { apiKeyMode, brevoScopes, machineMode, oauthMode } from './brevo.auth.js';
import { emmieShare } from './brevo.capabilities.js';
import { verifyBrevo } from './verify-brevo.js';

const contactPaths = /^\/v3\/(contacts|events)(\/|$)/;
const messagePaths = /^\/v3\/(smtp|transactionalSMS)(\/|$)/;

export const brevo = defineConnector({
  key: 'brevo',
  name: 'Brevo',
  category: categories.email,
  description: {
    en: 'E-mail and SMS campaigns, transactional messages, contacts, segments, events that start automations, and the deals of a Brevo account.',
    fr: 'Campagnes e-mail et SMS, messages transactionnels, contacts, segments, événements qui lancent les automatisations, et affaires d’un compte Brevo.',
  },
  documentationUrl: 'https://developers.brevo.com/reference/getting-started-1',
  setupSteps: [
    {
      en: 'In Brevo, open Settings > SMTP & API > API keys, click Generate a new API key and copy it: it is shown once.',
      fr: 'Dans Brevo, ouvrez Paramètres > SMTP et API > Clés API, cliquez sur Générer une nouvelle clé API et copiez-la : elle n’est affichée qu’une fois.',
    },
    {
      en: 'If Security > Authorised IPs blocks unknown addresses for API keys, add this server’s address there or switch the check off.',
      fr: 'Si Sécurité > IP autorisées bloque les adresses inconnues pour les clés d’API, ajoutez-y l’adresse de ce serveur ou désactivez le contrôle.',
    },
    {
      en: 'Under Senders, domains & dedicated IPs, verify the sender and its domain: Brevo sends from no other.',
      fr: 'Sous Expéditeurs, domaines et IP dédiées, vérifiez l’expéditeur et son domaine : Brevo n’envoie depuis aucun autre.',
    },
    {
      en: `For an application instead of a key: install the Brevo command line and create it with these scopes: ${brevoScopes.join(' ')}.`,
      fr: `Pour une application au lieu d’une clé : installez la ligne de commande de Brevo et créez-la avec ces portées : ${brevoScopes.join(' ')}.`,
    },
  ],
  leastPrivilege: {
    en: `An API key opens the whole account, so prefer an application with these scopes only: ${brevoScopes.join(' ')}.`,
    fr: `Une clé d’API ouvre tout le compte : préférez une application avec ces seules portées : ${brevoScopes.join(' ')}.`,
  },
  updatedOn: '2026-11-21',
  auth: [apiKeyMode, machineMode, oauthMode],
  bases: { main: 'https://api.brevo.com/v3' },
  hosts: ['api.brevo.com', 'oauth.brevo.com'],
  readFault: readBrevoFault,
  // The smallest plan: https://developers.brevo.com/docs/api-limits. Messages have limits far above.
  rateLimits: [
    { requests: 10, perMs: 1_000, group: { name: 'contacts', covers: ({ path }) => contactPaths.test(path) } },
    {
      requests: 100,
      perMs: 3_600_000,
      group: { name: 'others', covers: ({ path }) => !contactPaths.test(path) && !messagePaths.test(path) },
    },
  ],
  verify: verifyBrevo,
  agents: { emmie: emmieShare },
});
