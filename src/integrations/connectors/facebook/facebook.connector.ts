import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { facebookGraph } from '../../families/meta/graph.js';
import { readFacebookFault } from './facebook-fault.js';
import { facebookAuth } from './facebook.auth.js';
import { socialMedia } from './facebook.capabilities.js';
import { adAccountOf, pageOf } from './graph.js';
import { verifyFacebook } from './verify-facebook.js';

export const facebook = defineConnector({
  key: 'facebook',
  name: 'Facebook',
  category: categories.social,
  description: {
    en: 'Posts, comments and numbers of a Facebook Page, and the campaigns of an ad account.',
    fr: 'Publications, commentaires et chiffres d’une Page Facebook, et campagnes d’un compte publicitaire.',
  },
  documentationUrl: 'https://developers.facebook.com/docs/pages-api',
  setupSteps: [
    {
      en: 'On developers.facebook.com, under My Apps, create an app of type Business and link it to your business portfolio.',
      fr: 'Sur developers.facebook.com, dans Mes apps, créez une app de type Business et liez-la à votre portefeuille business.',
    },
    {
      en: 'In Meta Business settings, under Users > System users, add a system user, then Assign assets: the Page with full control and, for ads, the ad account.',
      fr: 'Dans Paramètres Meta Business, sous Utilisateurs > Utilisateurs système, ajoutez un utilisateur système, puis Attribuer des éléments : la Page avec le contrôle total et, pour les publicités, le compte publicitaire.',
    },
    {
      en: 'Click Generate token, choose the app, the expiry Never and the permissions named below, and paste the token here with the id of the Page.',
      fr: 'Cliquez sur Générer un token, choisissez l’app, l’expiration Jamais et les autorisations nommées plus bas, puis collez le token ici avec l’identifiant de la Page.',
    },
    {
      en: 'To sign in instead, enter the app id and secret and register our redirect address under Facebook Login > Settings. Such a sign-in has to be repeated every 60 days.',
      fr: 'Pour vous connecter plutôt par un bouton, saisissez l’identifiant et la clé secrète de l’app et déclarez notre adresse de redirection sous Facebook Login > Paramètres. Cette connexion est à refaire tous les 60 jours.',
    },
  ],
  leastPrivilege: {
    en: 'pages_show_list, pages_manage_posts, pages_manage_engagement, pages_read_engagement, pages_read_user_content, read_insights, business_management; for ads also ads_read and ads_management.',
    fr: 'pages_show_list, pages_manage_posts, pages_manage_engagement, pages_read_engagement, pages_read_user_content, read_insights, business_management ; pour les publicités aussi ads_read et ads_management.',
  },
  updatedOn: '2026-11-21',
  auth: facebookAuth,
  bases: { main: facebookGraph, page: pageOf, ads: adAccountOf },
  hosts: ['graph.facebook.com'],
  readFault: readFacebookFault,
  // For each user of an app: https://developers.facebook.com/docs/graph-api/overview/rate-limiting
  rateLimits: [{ requests: 200, perMs: 3_600_000 }],
  verify: verifyFacebook,
  agents: { soshie: socialMedia },
});
