import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { apiUrl } from './api.js';
import { readTikTokFault } from './tiktok-fault.js';
import { tikTokAuth } from './tiktok.auth.js';
import { socialMedia } from './tiktok.capabilities.js';
import { verifyTikTok } from './verify-tiktok.js';

export const tiktok = defineConnector({
  key: 'tiktok',
  name: 'TikTok',
  category: categories.social,
  description: {
    en: 'Numbers of a TikTok Business Account and its videos, its audience and comments, trending hashtags, and reports of an ads account.',
    fr: 'Chiffres d’un compte TikTok professionnel et de ses vidéos, audience et commentaires, hashtags en tendance, et rapports d’un compte publicitaire.',
  },
  documentationUrl: 'https://business-api.tiktok.com/portal/docs',
  setupSteps: [
    {
      en: 'In the TikTok app, switch the account to business: Settings and privacy > Account > Switch to Business Account.',
      fr: 'Dans l’app TikTok, passez le compte en professionnel : Paramètres et confidentialité > Compte > Passer au compte professionnel.',
    },
    {
      en: 'On business-api.tiktok.com, become a developer and under My Apps create an app; ask for TikTok Accounts with the permissions named below and, for trends, Creative Management > Discovery and Reporting. TikTok reviews the app first.',
      fr: 'Sur business-api.tiktok.com, devenez développeur et, dans My Apps, créez une app ; demandez TikTok Accounts avec les autorisations nommées plus bas et, pour les tendances, Creative Management > Discovery et Reporting. TikTok examine d’abord l’app.',
    },
    {
      en: 'As TikTok account holder redirect URL register our redirect address with a slash at its end, then sign in; or paste the app’s id and secret with the refresh token of the account.',
      fr: 'Comme TikTok account holder redirect URL, déclarez notre adresse de redirection avec une barre oblique à la fin, puis connectez-vous ; ou collez l’identifiant et la clé secrète de l’app avec le token d’actualisation du compte.',
    },
    {
      en: 'For trends and ads: open the app’s advertiser authorization URL, allow the ads account, and enter the long-term access token and the advertiser id.',
      fr: 'Pour les tendances et les publicités : ouvrez l’advertiser authorization URL de l’app, autorisez le compte publicitaire, puis saisissez le token longue durée et l’identifiant d’annonceur.',
    },
  ],
  leastPrivilege: {
    en: 'user.info.basic, user.info.username, user.info.stats, user.insights, video.list, video.insights, comment.list, comment.list.manage; for trends and ads: Ad Account Management (read), Reporting, Creative Management > Discovery.',
    fr: 'user.info.basic, user.info.username, user.info.stats, user.insights, video.list, video.insights, comment.list, comment.list.manage ; pour les tendances et les publicités : Ad Account Management (lecture), Reporting, Creative Management > Discovery.',
  },
  updatedOn: '2026-11-21',
  auth: tikTokAuth,
  bases: { main: apiUrl },
  hosts: ['business-api.tiktok.com'],
  readFault: readTikTokFault,
  faultsInSuccess: true,
  // Of an app at the basic level, and of one account at one endpoint:
  // https://business-api.tiktok.com/portal/docs?id=1740029171730433, https://business-api.tiktok.com/portal/docs?id=1738084416214017
  rateLimits: [
    { requests: 10, perMs: 1_000 },
    { requests: 40, perMs: 60_000 },
  ],
  verify: verifyTikTok,
  agents: { soshie: socialMedia },
});
