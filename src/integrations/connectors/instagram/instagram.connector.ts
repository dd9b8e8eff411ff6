import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { accountOf, graphOf } from './graph.js';
import { readInstagramFault } from './instagram-fault.js';
import { instagramAuth } from './instagram.auth.js';
import { socialMedia } from './instagram.capabilities.js';
import { verifyInstagram } from './verify-instagram.js';

export const instagram = defineConnector({
  key: 'instagram',
  name: 'Instagram',
  category: categories.social,
  description: {
    en: 'Posts, reels, stories, comments and numbers of a professional Instagram account.',
    fr: 'Publications, reels, stories, commentaires et chiffres d’un compte Instagram professionnel.',
  },
  documentationUrl: 'https://developers.facebook.com/docs/instagram-platform',
  setupSteps: [
    {
      en: 'In the Instagram app, switch the account to professional: Settings > Account type and tools. Personal accounts cannot be connected.',
      fr: 'Dans l’app Instagram, passez le compte en professionnel : Paramètres > Type de compte et outils. Un compte personnel ne peut pas être connecté.',
    },
    {
      en: 'On developers.facebook.com, under My Apps, create an app of type Business and add the product Instagram.',
      fr: 'Sur developers.facebook.com, dans Mes apps, créez une app de type Business et ajoutez le produit Instagram.',
    },
    {
      en: 'Open API setup with Instagram login, add the permissions, then under Generate access tokens add the account and click Generate token.',
      fr: 'Ouvrez Configuration de l’API avec connexion Instagram, ajoutez les autorisations, puis, sous Générer des tokens d’accès, ajoutez le compte et cliquez sur Générer un token.',
    },
    {
      en: 'Paste the token here. To sign in instead, enter the app id and secret shown there and register our redirect address under Business login settings.',
      fr: 'Collez le token ici. Pour vous connecter plutôt par un bouton, saisissez l’identifiant et la clé secrète affichés là et déclarez notre adresse de redirection dans les paramètres de connexion.',
    },
    {
      en: 'If Instagram is managed through a Facebook Page, use the token of a system user (Meta Business settings > Users > System users) to which the Page is assigned. A sign-in with Facebook has to be repeated every 60 days.',
      fr: 'Si Instagram est géré par une Page Facebook, utilisez le token d’un utilisateur système (Paramètres Meta Business > Utilisateurs > Utilisateurs système) auquel la Page est attribuée. Une connexion avec Facebook est à refaire tous les 60 jours.',
    },
  ],
  leastPrivilege: {
    en: 'instagram_business_basic, instagram_business_content_publish, instagram_business_manage_comments, instagram_business_manage_insights. With Facebook: instagram_basic, instagram_content_publish, instagram_manage_comments, instagram_manage_insights, pages_show_list, pages_read_engagement, business_management.',
    fr: 'instagram_business_basic, instagram_business_content_publish, instagram_business_manage_comments, instagram_business_manage_insights. Avec Facebook : instagram_basic, instagram_content_publish, instagram_manage_comments, instagram_manage_insights, pages_show_list, pages_read_engagement, business_management.',
  },
  updatedOn: '2026-11-21',
  auth: instagramAuth,
  bases: { main: graphOf, account: accountOf },
  hosts: ['graph.instagram.com', 'graph.facebook.com', 'api.instagram.com'],
  readFault: readInstagramFault,
  // For each user of an app: https://developers.facebook.com/docs/graph-api/overview/rate-limiting
  rateLimits: [{ requests: 200, perMs: 3_600_000 }],
  verify: verifyInstagram,
  agents: { soshie: socialMedia },
});
