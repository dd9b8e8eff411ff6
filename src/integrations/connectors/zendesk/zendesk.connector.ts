import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { verifyZendesk } from './verify-zendesk.js';
import { readZendeskFault } from './zendesk-fault.js';
import { zendeskAuth } from './zendesk.auth.js';
import { cassieShare } from './zendesk.capabilities.js';

export const zendesk = defineConnector({
  key: 'zendesk',
  name: 'Zendesk',
  category: categories.support,
  description: {
    en: 'Tickets, help centre, macros, automatic replies and satisfaction of a Zendesk account.',
    fr: 'Tickets, centre d’aide, macros, réponses automatiques et satisfaction d’un compte Zendesk.',
  },
  documentationUrl: 'https://developer.zendesk.com/api-reference/',
  setupSteps: [
    {
      en: 'As an administrator of Zendesk, open Admin Center > Apps and integrations > APIs > OAuth clients.',
      fr: 'En tant qu’administrateur de Zendesk, ouvrez Centre d’administration > Applications et intégrations > API > Clients OAuth.',
    },
    {
      en: 'Click Add OAuth client, give it a name, and choose Confidential as client kind.',
      fr: 'Cliquez sur Ajouter un client OAuth, nommez-le et choisissez Confidentiel comme type de client.',
    },
    {
      en: 'Save, then copy the Identifier and the Secret, which is shown only once.',
      fr: 'Enregistrez, puis copiez l’identificateur et le secret, qui ne s’affiche qu’une fois.',
    },
    {
      en: 'To act as the agent who signs in instead, add our redirect address to the Redirect URLs of the client, enter its identifier and secret as those of the sign-in, and sign in.',
      fr: 'Pour agir plutôt au nom de l’agent qui se connecte, ajoutez notre adresse de redirection aux URL de redirection du client, saisissez son identificateur et son secret comme ceux de la connexion, puis connectez-vous.',
    },
  ],
  leastPrivilege: {
    en: 'Scopes read and write, of a client made by an administrator, or of the agent who signs in: tickets, macros and articles take an agent, triggers and survey answers an administrator.',
    fr: 'Portées read et write, d’un client créé par un administrateur ou de l’agent qui se connecte : tickets, macros et articles exigent un agent, déclencheurs et réponses aux enquêtes un administrateur.',
  },
  updatedOn: '2026-11-21',
  auth: zendeskAuth,
  bases: { main: (settings) => `https://${settings.text('subdomain')}.zendesk.com/api/v2` },
  hosts: ['*.zendesk.com'],
  readFault: readZendeskFault,
  // An anonymous "me" is answered 200.
  faultsInSuccess: true,
  // Of the Team plan, per account: https://developer.zendesk.com/api-reference/introduction/rate-limits/
  rateLimits: [{ requests: 200, perMs: 60_000 }],
  verify: verifyZendesk,
  agents: { cassie: cassieShare },
});
