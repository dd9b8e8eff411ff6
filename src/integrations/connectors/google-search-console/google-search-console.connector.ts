import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { makeServiceAccount, orMakeClient } from '../../families/google/google-setup-steps.js';
import { authModes } from './google-search-console.auth.js';
import { seomiShare } from './google-search-console.capabilities.js';
import { readGoogleSearchConsoleFault } from './google-search-console-fault.js';
import { verifyGoogleSearchConsole } from './verify-google-search-console.js';

export const googleSearchConsole = defineConnector({
  key: 'google-search-console',
  name: 'Google Search Console',
  category: categories.search,
  description: {
    en: 'How a site does in Google Search: clicks and positions, indexed pages, crawl errors and sitemaps.',
    fr: 'La présence d’un site dans la recherche Google : clics et positions, pages indexées, erreurs d’exploration et sitemaps.',
  },
  documentationUrl: 'https://developers.google.com/webmaster-tools',
  setupSteps: [
    {
      en: 'In Google Cloud, choose or make a project; under APIs & Services > Library, enable the Google Search Console API.',
      fr: 'Dans Google Cloud, choisissez ou créez un projet ; dans API et services > Bibliothèque, activez la Google Search Console API.',
    },
    makeServiceAccount,
    {
      en: 'In Search Console, open the property, then Settings > Users and permissions > Add user: the e-mail of the service account, permission Full.',
      fr: 'Dans la Search Console, ouvrez la propriété, puis Paramètres > Utilisateurs et autorisations > Ajouter un utilisateur : l’e-mail du compte de service, avec l’autorisation complète.',
    },
    orMakeClient,
  ],
  leastPrivilege: {
    en: 'Full user of the one property, scope https://www.googleapis.com/auth/webmasters. The service account needs no role in Google Cloud.',
    fr: 'Utilisateur avec accès complet à la seule propriété, étendue https://www.googleapis.com/auth/webmasters. Le compte de service n’a besoin d’aucun rôle dans Google Cloud.',
  },
  updatedOn: '2026-11-21',
  auth: authModes,
  bases: { main: 'https://searchconsole.googleapis.com' },
  hosts: ['searchconsole.googleapis.com', 'oauth2.googleapis.com'],
  readFault: readGoogleSearchConsoleFault,
  // Per user; search analytics and inspections have more: https://developers.google.com/webmaster-tools/limits
  rateLimits: [
    { requests: 20, perMs: 1_000 },
    { requests: 200, perMs: 60_000 },
  ],
  verify: verifyGoogleSearchConsole,
  agents: { seomi: seomiShare },
});
