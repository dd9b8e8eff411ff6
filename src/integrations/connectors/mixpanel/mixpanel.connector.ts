import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { serviceAccount } from './mixpanel.auth.js';
import { dexter } from './mixpanel.capabilities.js';
import { readMixpanelFault } from './mixpanel-fault.js';
import { verifyMixpanel } from './verify-mixpanel.js';

const hostsByRegion: Readonly<Record<string, string>> = {
  us: 'mixpanel.com',
  eu: 'eu.mixpanel.com',
  in: 'in.mixpanel.com',
};

export const mixpanel = defineConnector({
  key: 'mixpanel',
  name: 'Mixpanel',
  category: categories.analytics,
  description: {
    en: 'Events, funnels, retention, user profiles and A/B tests of one Mixpanel project.',
    fr: 'Événements, entonnoirs, rétention, profils d’utilisateurs et tests A/B d’un projet Mixpanel.',
  },
  documentationUrl: 'https://docs.mixpanel.com/reference/overview',
  setupSteps: [
    {
      en: 'Check that your plan is Growth or Enterprise: on the Free plan, Mixpanel refuses its Query API.',
      fr: 'Vérifiez que votre offre est Growth ou Enterprise : avec l’offre gratuite, Mixpanel refuse son API de requêtes.',
    },
    {
      en: 'In Mixpanel, open Settings > Organization Settings > Service Accounts and click Add Service Account. You have to be Owner or Admin.',
      fr: 'Dans Mixpanel, ouvrez Settings > Organization Settings > Service Accounts puis cliquez sur Add Service Account. Il faut être Owner ou Admin.',
    },
    {
      en: 'Choose the role and the one project that it may see, create it, and copy the username and the secret: the secret is shown only now.',
      fr: 'Choisissez le rôle et le seul projet qu’il peut voir, créez-le, puis copiez le nom d’utilisateur et le secret : le secret ne s’affiche qu’à ce moment.',
    },
    {
      en: 'Copy the Project ID under Settings > Project Settings > Overview, and choose the region of the project’s data.',
      fr: 'Copiez le Project ID dans Settings > Project Settings > Overview, et choisissez la région des données du projet.',
    },
  ],
  leastPrivilege: {
    en: 'A service account with the role Consumer on this one project; Analyst if annotations are to be made.',
    fr: 'Un compte de service avec le rôle Consumer sur ce seul projet ; Analyst pour créer des annotations.',
  },
  updatedOn: '2026-11-21',
  auth: [serviceAccount],
  bases: { main: (settings) => `https://${hostsByRegion[settings.text('region')] ?? 'mixpanel.com'}/api` },
  hosts: ['mixpanel.com', 'eu.mixpanel.com', 'in.mixpanel.com'],
  readFault: readMixpanelFault,
  faultsInSuccess: true,
  // 60 an hour and project, which others may query too: https://docs.mixpanel.com/reference/rate-limits
  rateLimits: [{ requests: 50, perMs: 3_600_000 }],
  verify: verifyMixpanel,
  agents: { dexter },
});
