import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { verifyX } from './verify-x.js';
import { readXFault } from './x-fault.js';
import { xModes } from './x.auth.js';
import { xActions, xCapabilities } from './x.capabilities.js';

export const x = defineConnector({
  key: 'x',
  name: 'X',
  category: categories.social,
  description: {
    en: 'Posts, threads, media, post analytics, audience figures, search and trends of X (Twitter).',
    fr: 'Posts, fils, médias, statistiques des posts, chiffres d’audience, recherche et tendances de X (Twitter).',
  },
  documentationUrl: 'https://docs.x.com/x-api/introduction',
  setupSteps: [
    {
      en: 'Sign in at console.x.com with your X account, accept the developer agreement and buy credits: X bills by use, our connection test too (about $0.01).',
      fr: 'Connectez-vous à console.x.com avec votre compte X, acceptez l’accord développeur et achetez des crédits : X facture à l’usage, y compris notre test de connexion (environ 0,01 $).',
    },
    {
      en: 'Under Apps, create an app. In User authentication settings choose “Read and write”; for Sign in with X also the type “Web App, Automated App or Bot” and our callback address.',
      fr: 'Sous Apps, créez une application. Dans User authentication settings, choisissez « Read and write » ; pour la connexion avec X, aussi le type « Web App, Automated App or Bot » et notre adresse de rappel.',
    },
    {
      en: 'Under Keys and tokens, copy the consumer key and its secret, then generate an access token and its secret. Tokens made before “Read and write” was set can only read: generate them again.',
      fr: 'Sous Keys and tokens, copiez la consumer key et son secret, puis générez un access token et son secret. Des jetons créés avant « Read and write » ne savent que lire : régénérez-les.',
    },
  ],
  leastPrivilege: {
    en: 'App permissions “Read and write”, without direct messages. Scopes of OAuth 2.0: tweet.read, tweet.write, users.read, follows.read, media.write, offline.access.',
    fr: 'Permissions de l’application « Read and write », sans messages privés. Portées OAuth 2.0 : tweet.read, tweet.write, users.read, follows.read, media.write, offline.access.',
  },
  updatedOn: '2026-11-21',
  auth: xModes,
  bases: { main: 'https://api.x.com' },
  hosts: ['api.x.com'],
  readFault: readXFault,
  // 200 with nothing but errors, for an account or a post that is not there.
  faultsInSuccess: true,
  // Each endpoint has its own, from 50 to 900; this is what searching as a user has: https://docs.x.com/x-api/fundamentals/rate-limits
  rateLimits: [{ requests: 300, perMs: 15 * 60_000 }],
  verify: verifyX,
  agents: { soshie: { actions: xActions, capabilities: xCapabilities } },
});
