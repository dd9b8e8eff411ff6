import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { clientCredentialsMode, oauthMode, sandboxMode } from './salesforce.auth.js';
import { buddyShare } from './salesforce.buddy.js';
import { readSalesforceFault } from './salesforce-fault.js';
import { apiVersion } from './salesforce-version.js';
import { verifySalesforce } from './verify-salesforce.js';

export const salesforce = defineConnector({
  key: 'salesforce',
  name: 'Salesforce',
  category: categories.sales,
  description: {
    en: 'Leads, contacts, accounts, opportunities, activities and reports of a Salesforce org.',
    fr: 'Pistes, contacts, comptes, opportunités, activités et rapports d’une organisation Salesforce.',
  },
  documentationUrl: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm',
  setupSteps: [
    {
      en: 'In Setup, open External Client App Manager and click New External Client App. Under API, enable OAuth, give our callback address, and select the scopes “Manage user data via APIs (api)” and “Perform requests at any time (refresh_token)”.',
      fr: 'Dans Configuration, ouvrez le Gestionnaire d’applications clientes externes et cliquez sur Nouvelle application cliente externe. Sous API, activez OAuth, donnez notre adresse de rappel et choisissez les portées « Gérer les données utilisateur via les API (api) » et « Effectuer des requêtes à tout moment (refresh_token) ».',
    },
    {
      en: 'For an integration user: on the app’s Settings tab, tick Enable Client Credentials Flow; on its Policies tab, tick it again and choose the user under Run As.',
      fr: 'Pour un utilisateur d’intégration : dans l’onglet Paramètres de l’application, cochez Activer le flux d’identifiants client ; dans l’onglet Stratégies, cochez-le aussi et choisissez l’utilisateur sous Exécuter en tant que.',
    },
    {
      en: 'Under Settings > OAuth Settings, click Consumer Key and Secret and copy both. The My Domain name stands in Setup > My Domain.',
      fr: 'Sous Paramètres > Paramètres OAuth, cliquez sur Clé et secret consommateur et copiez les deux. Le nom de domaine se trouve dans Configuration > Mon domaine.',
    },
  ],
  leastPrivilege: {
    en: 'OAuth scopes api and refresh_token. A user with API Enabled, Run Reports, and read, create and edit (delete only if wanted) on leads, contacts, accounts, opportunities, campaigns, cases and activities.',
    fr: 'Portées OAuth api et refresh_token. Un utilisateur avec API activée, Exécuter des rapports, et lecture, création et modification (suppression seulement si voulue) sur pistes, contacts, comptes, opportunités, campagnes, requêtes et activités.',
  },
  updatedOn: '2026-11-21',
  auth: [clientCredentialsMode, oauthMode, sandboxMode],
  bases: { main: (settings) => `${settings.fact('instanceUrl')}/services/data/${apiVersion}` },
  hosts: ['login.salesforce.com', 'test.salesforce.com', '*.my.salesforce.com', '*.*.my.salesforce.com'],
  readFault: readSalesforceFault,
  // Per org and rolling day, before what licences add: https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm
  rateLimits: [{ requests: 100_000, perMs: 86_400_000 }],
  verify: verifySalesforce,
  agents: { buddy: buddyShare },
});
