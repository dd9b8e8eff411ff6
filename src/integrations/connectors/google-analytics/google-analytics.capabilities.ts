import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { checkCompatibility } from './actions/check-compatibility.action.js';
import { getConversions } from './actions/get-conversions.action.js';
import { getCustomEvents } from './actions/get-custom-events.action.js';
import { getOrganicTraffic } from './actions/get-organic-traffic.action.js';
import { getRealtime } from './actions/get-realtime.action.js';
import { getTraffic } from './actions/get-traffic.action.js';
import { getUserBehaviour } from './actions/get-user-behaviour.action.js';
import { listDimensionsMetrics } from './actions/list-dimensions-metrics.action.js';
import { listProperties } from './actions/list-properties.action.js';
import { runCustomReport } from './actions/run-custom-report.action.js';
import { runFunnel } from './actions/run-funnel.action.js';

const runReportApi = 'Google Analytics Data API v1beta: properties.runReport';
const lag = {
  en: 'Data take 24 to 48 hours to settle.',
  fr: 'Les données se stabilisent en 24 à 48 heures.',
};

export const seomiShare: AgentShare = {
  actions: [
    listProperties,
    getOrganicTraffic,
    getUserBehaviour,
    getConversions,
    runCustomReport,
    listDimensionsMetrics,
    checkCompatibility,
  ],
  capabilities: [
    live('organic_traffic', {
      label: { en: 'Organic traffic', fr: 'Trafic organique' },
      requiredApi: runReportApi,
      actions: [getOrganicTraffic],
      note: lag,
    }),
    live('behaviour', {
      label: { en: 'Behaviour', fr: 'Comportement' },
      requiredApi: runReportApi,
      actions: [getUserBehaviour],
      note: lag,
    }),
    live('conversions', {
      label: { en: 'Conversions', fr: 'Conversions' },
      requiredApi: `${runReportApi}; Google Analytics Admin API v1beta: properties.keyEvents.list`,
      actions: [getConversions],
      note: {
        en: 'Google calls them key events since 2024.',
        fr: 'Google les appelle événements clés depuis 2024.',
      },
    }),
    live('custom_reports', {
      label: { en: 'Custom reports', fr: 'Rapports personnalisés' },
      requiredApi: runReportApi,
      actions: [runCustomReport, listDimensionsMetrics, checkCompatibility],
    }),
  ],
};

export const dexterShare: AgentShare = {
  actions: [
    listProperties,
    getTraffic,
    getCustomEvents,
    getRealtime,
    runFunnel,
    runCustomReport,
    listDimensionsMetrics,
    checkCompatibility,
  ],
  capabilities: [
    live('traffic', {
      label: { en: 'Traffic', fr: 'Trafic' },
      requiredApi: runReportApi,
      actions: [getTraffic, runCustomReport],
      note: lag,
    }),
    live('custom_events', {
      label: { en: 'Custom events', fr: 'Événements personnalisés' },
      requiredApi: runReportApi,
      actions: [getCustomEvents],
      note: {
        en: 'An event’s parameters can be read once they are registered as custom dimensions.',
        fr: 'Les paramètres d’un événement sont lisibles une fois enregistrés comme dimensions personnalisées.',
      },
    }),
    live('real_time', {
      label: { en: 'Real time', fr: 'Temps réel' },
      requiredApi: 'Google Analytics Data API v1beta: properties.runRealtimeReport',
      actions: [getRealtime],
      note: { en: 'The last 30 minutes.', fr: 'Les 30 dernières minutes.' },
    }),
    live('funnels', {
      label: { en: 'Funnels', fr: 'Entonnoirs' },
      requiredApi: 'Google Analytics Data API v1alpha: properties.runFunnelReport',
      actions: [runFunnel],
      note: {
        en: 'An alpha version of Google’s, which may change without notice.',
        fr: 'Une version alpha de Google, qui peut changer sans préavis.',
      },
    }),
  ],
};
