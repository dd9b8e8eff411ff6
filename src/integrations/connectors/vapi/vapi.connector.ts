import { categories } from '../../core/categories.js';
import { bearer } from '../../core/auth-mode.js';
import { secretField } from '../../core/credential-field.js';
import { defineConnector } from '../../core/define-connector.js';
import { readVapiFault } from './vapi-fault.js';
import { verifyVapi } from './verify-vapi.js';

/** The workspace's own Vapi account, for no agent in particular. */
export const vapi = defineConnector({
  key: 'vapi',
  name: 'Vapi',
  category: categories.voice,
  description: {
    en: 'The Vapi account of the workspace: which voices, models, tools and telephone numbers are connected there.',
    fr: 'Le compte Vapi de l’espace de travail : les voix, modèles, outils et numéros de téléphone qui y sont connectés.',
  },
  documentationUrl: 'https://docs.vapi.ai/security-and-privacy/api-keys',
  setupSteps: [
    {
      en: 'In Vapi’s dashboard (dashboard.vapi.ai), choose the organization and open API Keys.',
      fr: 'Dans le tableau de bord de Vapi (dashboard.vapi.ai), choisissez l’organisation et ouvrez API Keys.',
    },
    {
      en: 'Under Private API Keys, create a key for this purpose and copy it. A public key does not work.',
      fr: 'Sous Private API Keys, créez une clé dédiée et copiez-la. Une clé publique ne fonctionne pas.',
    },
  ],
  leastPrivilege: {
    en: 'A private key of its own, which can be deleted by itself. It reaches the whole organization; Vapi has no finer rights.',
    fr: 'Une clé privée dédiée, qui peut être supprimée seule. Elle donne accès à toute l’organisation ; Vapi n’a pas de droits plus fins.',
  },
  updatedOn: '2026-11-21',
  auth: [
    {
      key: 'api_key',
      label: { en: 'Private API key', fr: 'Clé d’API privée' },
      fields: [
        secretField('apiKey', {
          label: { en: 'Private API key', fr: 'Clé d’API privée' },
          help: {
            en: 'Dashboard > API Keys > Private API Keys',
            fr: 'Tableau de bord > API Keys > Private API Keys',
          },
        }),
      ],
      sign: bearer('apiKey'),
    },
  ],
  bases: { main: 'https://api.vapi.ai' },
  hosts: ['api.vapi.ai'],
  readFault: readVapiFault,
  // No rateLimits: Vapi publishes none.
  verify: verifyVapi,
  agents: {},
});
