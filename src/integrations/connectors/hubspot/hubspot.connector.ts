import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { oauthMode, serviceKeyMode } from './hubspot.auth.js';
import { buddyShare } from './hubspot.buddy.js';
import { emmieShare } from './hubspot.emmie.js';
import { readHubspotFault } from './hubspot-fault.js';
import { verifyHubspot } from './verify-hubspot.js';

export const hubspot = defineConnector({
  key: 'hubspot',
  name: 'HubSpot',
  category: categories.sales,
  description: {
    en: 'Contacts, companies, deals and activities of a HubSpot account; its marketing e-mails, segments and workflows.',
    fr: 'Contacts, entreprises, transactions et activités d’un compte HubSpot ; ses e-mails marketing, segments et workflows.',
  },
  documentationUrl: 'https://developers.hubspot.com/docs/api-reference/latest/overview',
  setupSteps: [
    {
      en: 'In HubSpot, as a super admin or with access to developer tools, open Development > Keys > Service keys and click Create service key.',
      fr: 'Dans HubSpot, en tant que super administrateur ou avec l’accès aux outils de développement, ouvrez Développement > Clés > Clés de service et cliquez sur Créer une clé de service.',
    },
    {
      en: 'Add the scopes listed below; a key can only get those that you have yourself. Then copy the key, which begins with pat-. The token of a private app made before does as well, until September 2027.',
      fr: 'Ajoutez les portées listées plus bas ; une clé ne peut recevoir que celles que vous avez vous-même. Copiez ensuite la clé, qui commence par pat-. Le jeton d’une application privée existante convient aussi, jusqu’en septembre 2027.',
    },
    {
      en: 'Or, for OAuth: create an app in a developer project with our callback address and the same scopes, and copy its client ID and client secret.',
      fr: 'Ou, pour OAuth : créez une application dans un projet de développement avec notre adresse de rappel et les mêmes portées, puis copiez son ID client et son secret client.',
    },
  ],
  leastPrivilege: {
    en: 'Sales: crm.objects.contacts, companies and deals (.read and .write), crm.objects.owners.read, sales-email-read, automation.sequences.read, automation.sequences.enrollments.write. Marketing: crm.objects.contacts (.read and .write), crm.lists.read and .write, marketing.email.read and .write, automation; to send by API, marketing-email or transactional-email.',
    fr: 'Ventes : crm.objects.contacts, companies et deals (.read et .write), crm.objects.owners.read, sales-email-read, automation.sequences.read, automation.sequences.enrollments.write. Marketing : crm.objects.contacts (.read et .write), crm.lists.read et .write, marketing.email.read et .write, automation ; pour envoyer par API, marketing-email ou transactional-email.',
  },
  updatedOn: '2026-11-21',
  auth: [serviceKeyMode, oauthMode],
  bases: { main: 'https://api.hubapi.com' },
  hosts: ['api.hubapi.com'],
  readFault: readHubspotFault,
  // Free and Starter: https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
  rateLimits: [
    { requests: 100, perMs: 10_000 },
    { requests: 250_000, perMs: 86_400_000 },
  ],
  verify: verifyHubspot,
  agents: { buddy: buddyShare, emmie: emmieShare },
});
