import { categories } from '../../core/categories.js';
import { basic } from '../../core/auth-mode.js';
import { textField } from '../../core/credential-field.js';
import type { PacedRequest } from '../../core/connector.js';
import { defineConnector } from '../../core/define-connector.js';
import { apiKeyField, apiKeyLabel } from '../../core/usual-fields.js';
import { readFreshdeskFault } from './freshdesk-fault.js';
import { cassieShare } from './freshdesk.capabilities.js';
import { verifyFreshdesk } from './verify-freshdesk.js';

function isList({ method, path }: PacedRequest): boolean {
  return method === 'GET' && /^\/api\/v2\/(tickets|contacts)$/.test(path);
}

export const freshdesk = defineConnector({
  key: 'freshdesk',
  name: 'Freshdesk',
  category: categories.support,
  description: {
    en: 'Helpdesk tickets from every channel, service levels, knowledge base and portal users of a Freshdesk account.',
    fr: 'Tickets de tous les canaux, niveaux de service, base de connaissances et utilisateurs du portail d’un compte Freshdesk.',
  },
  documentationUrl: 'https://developers.freshdesk.com/api/',
  setupSteps: [
    {
      en: 'In Freshdesk, click your picture, then Profile settings.',
      fr: 'Dans Freshdesk, cliquez sur votre photo, puis sur Paramètres du profil.',
    },
    {
      en: 'Copy the API key on the right. The Free plan has no API: a paid plan or a trial is needed.',
      fr: 'Copiez la clé d’API, à droite. L’offre gratuite n’a pas d’API : il faut une offre payante ou un essai.',
    },
  ],
  leastPrivilege: {
    en: 'The key of an agent whose role may view, reply to and edit tickets, manage solutions and contacts. Only listing agents and service levels takes an administrator.',
    fr: 'La clé d’un agent dont le rôle permet de voir, répondre et modifier les tickets, de gérer les solutions et les contacts. Seule la liste des agents et des niveaux de service exige un administrateur.',
  },
  updatedOn: '2026-11-21',
  auth: [
    {
      key: 'api_key',
      label: apiKeyLabel,
      fields: [
        textField('subdomain', {
          label: { en: 'Subdomain', fr: 'Sous-domaine' },
          help: { en: 'The part before .freshdesk.com', fr: 'La partie qui précède .freshdesk.com' },
          pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
          strict: true,
        }),
        apiKeyField({
          help: { en: 'Profile settings > API key', fr: 'Paramètres du profil > Clé d’API' },
          pattern: /^[A-Za-z0-9_-]{15,60}$/,
        }),
      ],
      // https://developers.freshdesk.com/api/#authentication: the key is the user, the password is ignored.
      sign: basic((values) => ({ user: values.secret('apiKey'), password: 'X' })),
    },
  ],
  bases: { main: (settings) => `https://${settings.text('subdomain')}.freshdesk.com/api/v2` },
  hosts: ['*.freshdesk.com'],
  readFault: readFreshdeskFault,
  // The smallest paid plan, per account: https://support.freshdesk.com/support/solutions/articles/225439
  rateLimits: [
    { requests: 200, perMs: 60_000 },
    { requests: 20, perMs: 60_000, group: { name: 'lists', covers: isList } },
  ],
  verify: verifyFreshdesk,
  agents: { cassie: cassieShare },
});
