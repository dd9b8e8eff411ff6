import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { makeServiceAccount, orMakeClient } from '../../families/google/google-setup-steps.js';
import { authModes } from './google-analytics.auth.js';
import { dexterShare, seomiShare } from './google-analytics.capabilities.js';
import { readGoogleAnalyticsFault } from './google-analytics-fault.js';
import { verifyGoogleAnalytics } from './verify-google-analytics.js';

export const googleAnalytics = defineConnector({
  key: 'google-analytics',
  name: 'Google Analytics',
  category: categories.analytics,
  description: {
    en: 'Visits of a GA4 property: traffic, behaviour, key events, real time, funnels and reports of one’s own.',
    fr: 'Les visites d’une propriété GA4 : trafic, comportement, événements clés, temps réel, entonnoirs et rapports personnalisés.',
  },
  documentationUrl: 'https://developers.google.com/analytics/devguides/reporting/data/v1',
  setupSteps: [
    {
      en: 'In Google Cloud, choose or make a project; under APIs & Services > Library, enable the Google Analytics Data API and the Google Analytics Admin API.',
      fr: 'Dans Google Cloud, choisissez ou créez un projet ; dans API et services > Bibliothèque, activez la Google Analytics Data API et la Google Analytics Admin API.',
    },
    makeServiceAccount,
    {
      en: 'In Analytics, Admin > Property > Property access management > + > Add users: the e-mail of the service account, role Viewer.',
      fr: 'Dans Analytics, Administration > Propriété > Gestion des accès à la propriété > + > Ajouter des utilisateurs : l’e-mail du compte de service, rôle Lecteur.',
    },
    orMakeClient,
  ],
  leastPrivilege: {
    en: 'Viewer of the one property, scope https://www.googleapis.com/auth/analytics.readonly. The service account needs no role in Google Cloud.',
    fr: 'Lecteur de la seule propriété, étendue https://www.googleapis.com/auth/analytics.readonly. Le compte de service n’a besoin d’aucun rôle dans Google Cloud.',
  },
  updatedOn: '2026-11-21',
  auth: authModes,
  bases: {
    main: 'https://analyticsdata.googleapis.com/v1beta',
    // Funnels are in no other version: https://developers.google.com/analytics/devguides/reporting/data/v1/funnels
    funnel: 'https://analyticsdata.googleapis.com/v1alpha',
    admin: 'https://analyticsadmin.googleapis.com/v1beta',
  },
  hosts: ['analyticsdata.googleapis.com', 'analyticsadmin.googleapis.com', 'oauth2.googleapis.com'],
  readFault: readGoogleAnalyticsFault,
  // The Admin API's 600 a minute for each user; reports are counted in tokens, told with each of them.
  // https://developers.google.com/analytics/devguides/reporting/data/v1/quotas
  rateLimits: [{ requests: 10, perMs: 1_000 }],
  verify: verifyGoogleAnalytics,
  agents: { seomi: seomiShare, dexter: dexterShare },
});
