import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readAmplitudeFault } from './amplitude-fault.js';
import { dashboards, experimentHosts, regionOf } from './amplitude-region.js';
import { projectKeys } from './amplitude.auth.js';
import { dexter } from './amplitude.capabilities.js';
import { verifyAmplitude } from './verify-amplitude.js';

export const amplitude = defineConnector({
  key: 'amplitude',
  name: 'Amplitude',
  category: categories.analytics,
  description: {
    en: 'Events, funnels, retention, cohorts and predictions of one Amplitude project.',
    fr: 'Événements, entonnoirs, rétention, cohortes et prédictions d’un projet Amplitude.',
  },
  documentationUrl: 'https://amplitude.com/docs/apis/analytics/dashboard-rest',
  setupSteps: [
    {
      en: 'In Amplitude, open Organization Settings > Projects and click your project. You have to be Manager or Admin.',
      fr: 'Dans Amplitude, ouvrez Organization Settings > Projects puis cliquez sur votre projet. Il faut être Manager ou Admin.',
    },
    {
      en: 'Copy the API Key, then click Generate Secret Key, name it and copy it: it is shown only now.',
      fr: 'Copiez l’API Key, puis cliquez sur Generate Secret Key, nommez-la et copiez-la : elle ne s’affiche qu’à ce moment.',
    },
    {
      en: 'Choose the data region: eu if your address in the browser is app.eu.amplitude.com.',
      fr: 'Choisissez la région des données : eu si l’adresse dans votre navigateur est app.eu.amplitude.com.',
    },
    {
      en: 'Only for experiments: Experiment > Management API > create a key.',
      fr: 'Seulement pour les expériences : Experiment > Management API > créez une clé.',
    },
  ],
  leastPrivilege: {
    en: 'A secret key of its own for this one project. Amplitude’s keys have no scopes; leave the management key out unless experiments are to be listed.',
    fr: 'Une clé secrète à part pour ce seul projet. Les clés d’Amplitude n’ont pas de portée ; n’ajoutez la clé de gestion que pour lister les expériences.',
  },
  updatedOn: '2026-11-21',
  auth: [projectKeys],
  bases: {
    main: (settings) => dashboards[regionOf(settings)],
    experiment: (settings) => experimentHosts[regionOf(settings)],
    profile: 'https://profile-api.amplitude.com',
  },
  hosts: [
    'amplitude.com',
    'analytics.eu.amplitude.com',
    'experiment.amplitude.com',
    'experiment.eu.amplitude.com',
    'profile-api.amplitude.com',
  ],
  readFault: readAmplitudeFault,
  faultsInSuccess: true,
  // 360 user searches an hour, and 1,000 of "cost" per 5 minutes: https://amplitude.com/docs/apis/analytics/dashboard-rest#rate-limits
  rateLimits: [{ requests: 30, perMs: 300_000 }],
  verify: verifyAmplitude,
  agents: { dexter },
});
