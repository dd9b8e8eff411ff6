import { live } from '../../core/capability.js';
import { analyzeFunnel } from './actions/analyze-funnel.action.js';
import { analyzeRetention } from './actions/analyze-retention.action.js';
import { createAnnotation } from './actions/create-annotation.action.js';
import { getExperiment } from './actions/get-experiment.action.js';
import { getSavedReport } from './actions/get-saved-report.action.js';
import { getUserJourney } from './actions/get-user-journey.action.js';
import { listCohorts } from './actions/list-cohorts.action.js';
import { listEventNames } from './actions/list-event-names.action.js';
import { listExperiments } from './actions/list-experiments.action.js';
import { listFunnels } from './actions/list-funnels.action.js';
import { queryEventBreakdown } from './actions/query-event-breakdown.action.js';
import { queryEventCounts } from './actions/query-event-counts.action.js';
import { queryProfiles } from './actions/query-profiles.action.js';

export const dexter = {
  actions: [
    getSavedReport,
    listEventNames,
    queryEventCounts,
    queryEventBreakdown,
    listFunnels,
    analyzeFunnel,
    analyzeRetention,
    getUserJourney,
    listCohorts,
    queryProfiles,
    listExperiments,
    getExperiment,
    createAnnotation,
  ],
  capabilities: [
    live('product_analytics', {
      label: { en: 'Product analytics', fr: 'Analyse produit' },
      requiredApi: 'Query API (Growth or Enterprise plan); annotations: Analyst role',
      actions: [
        getSavedReport,
        queryEventCounts,
        queryEventBreakdown,
        listEventNames,
        listCohorts,
        queryProfiles,
        createAnnotation,
      ],
      note: {
        en: '60 queries an hour and project; new events are there after some minutes.',
        fr: '60 requêtes par heure et par projet ; les nouveaux événements apparaissent après quelques minutes.',
      },
    }),
    live('journeys', {
      label: { en: 'User journeys', fr: 'Parcours utilisateurs' },
      requiredApi: 'Query API: activity stream, funnels (maintenance mode)',
      actions: [getUserJourney, listFunnels, analyzeFunnel, getSavedReport],
      note: {
        en: 'The path of single users and the funnels of many. The Flows report itself is not in Mixpanel’s REST API: look at it in the app.',
        fr: 'Le parcours d’utilisateurs précis et les entonnoirs du plus grand nombre. Le rapport Flows lui-même n’est pas dans l’API REST de Mixpanel : consultez-le dans l’application.',
      },
    }),
    live('retention', {
      label: { en: 'Retention', fr: 'Rétention' },
      requiredApi: 'Query API: retention (Growth or Enterprise plan)',
      actions: [analyzeRetention],
    }),
    live('ab_insights', {
      label: { en: 'A/B insights', fr: 'Enseignements des tests A/B' },
      requiredApi: 'Experiments API; the full Experiment report is an add-on to the Enterprise plan',
      actions: [listExperiments, getExperiment],
      note: {
        en: 'Reads the results that Mixpanel last computed. Without the add-on a project has three experiments at most.',
        fr: 'Lit les résultats calculés en dernier par Mixpanel. Sans l’option, un projet a trois expériences au plus.',
      },
    }),
  ],
};
