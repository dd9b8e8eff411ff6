import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { baseUrl } from './data-center.js';
import { readMailchimpFault } from './mailchimp-fault.js';
import { apiKey, oauth } from './mailchimp.auth.js';
import { emmie } from './mailchimp.capabilities.js';
import { verifyMailchimp } from './verify-mailchimp.js';

export const mailchimp = defineConnector({
  key: 'mailchimp',
  name: 'Mailchimp',
  category: categories.email,
  description: {
    en: 'Audiences, segments, campaigns, A/B tests, automations and reports of a Mailchimp account.',
    fr: 'Audiences, segments, campagnes, tests A/B, automatisations et rapports d’un compte Mailchimp.',
  },
  documentationUrl: 'https://mailchimp.com/developer/marketing/api/',
  setupSteps: [
    {
      en: 'In Mailchimp, click your profile picture, then Account & billing > Extras > API keys.',
      fr: 'Dans Mailchimp, cliquez sur votre photo de profil, puis sur Compte et facturation > Extras > Clés API.',
    },
    {
      en: 'Click Create A Key, name it, and copy the whole key with its end, such as -us21: it is shown only now.',
      fr: 'Cliquez sur Créer une clé, nommez-la, puis copiez la clé complète avec sa fin, comme -us21 : elle ne s’affiche qu’à ce moment.',
    },
    {
      en: 'Or, to sign in instead: register an application under Extras > Registered apps with the redirect address shown here, and enter its client ID and secret.',
      fr: 'Ou, pour une connexion sans clé : enregistrez une application dans Extras > Applications enregistrées avec l’adresse de redirection affichée ici, puis saisissez son identifiant et son secret.',
    },
  ],
  leastPrivilege: {
    en: 'Mailchimp’s keys have no scopes: a key can do what its user may. Use a user of the role Manager; Author for drafts and reports alone.',
    fr: 'Les clés de Mailchimp n’ont pas de portée : une clé peut ce que peut son utilisateur. Prenez un utilisateur au rôle Manager ; Author pour les brouillons et rapports seulement.',
  },
  updatedOn: '2026-11-21',
  auth: [apiKey, oauth],
  bases: { main: baseUrl },
  hosts: ['*.api.mailchimp.com', 'login.mailchimp.com'],
  readFault: readMailchimpFault,
  // Ten at a time, no rate: https://mailchimp.com/developer/marketing/docs/fundamentals/#api-limits
  rateLimits: [{ requests: 10, perMs: 1_000 }],
  verify: verifyMailchimp,
  agents: { emmie },
});
