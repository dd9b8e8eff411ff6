import { live } from '../../core/capability.js';
import { analyzeFunnel } from './actions/analyze-funnel.action.js';
import { analyzeRetention } from './actions/analyze-retention.action.js';
import { createAnnotation } from './actions/create-annotation.action.js';
import { createCohort } from './actions/create-cohort.action.js';
import { findUser } from './actions/find-user.action.js';
import { getSavedChart } from './actions/get-saved-chart.action.js';
import { getUserActivity } from './actions/get-user-activity.action.js';
import { getUserPrediction } from './actions/get-user-prediction.action.js';
import { listCohorts } from './actions/list-cohorts.action.js';
import { listEvents } from './actions/list-events.action.js';
import { listExperiments } from './actions/list-experiments.action.js';
import { replaceCohort } from './actions/replace-cohort.action.js';
import { segmentEvents } from './actions/segment-events.action.js';

export const dexter = {
  actions: [
    listEvents,
    segmentEvents,
    analyzeFunnel,
    analyzeRetention,
    getSavedChart,
    findUser,
    getUserActivity,
    listCohorts,
    createCohort,
    replaceCohort,
    getUserPrediction,
    listExperiments,
    createAnnotation,
  ],
  capabilities: [
    live('behaviour', {
      label: { en: 'Behavioural analytics', fr: 'Analyse comportementale' },
      requiredApi: 'Dashboard REST API',
      actions: [
        listEvents,
        analyzeFunnel,
        analyzeRetention,
        getSavedChart,
        findUser,
        getUserActivity,
        listExperiments,
        createAnnotation,
      ],
      note: {
        en: 'Queries cost their days × conditions; 1,000 per 5 minutes and project.',
        fr: 'Les requêtes coûtent jours × conditions ; 1 000 par 5 minutes et par projet.',
      },
    }),
    live('segmentation', {
      label: { en: 'Segmentation', fr: 'Segmentation' },
      requiredApi: 'Dashboard REST API: event segmentation',
      actions: [segmentEvents, listEvents],
    }),
    live('cohorts', {
      label: { en: 'Cohorts', fr: 'Cohortes' },
      requiredApi: 'Behavioral Cohorts API; the project ID to upload',
      actions: [listCohorts, createCohort, replaceCohort],
      note: {
        en: 'Lists cohorts, makes them from ids, and uses them as segments; members are not downloaded.',
        fr: 'Liste les cohortes, en crée à partir d’identifiants et les utilise comme segments ; les membres ne sont pas téléchargés.',
      },
    }),
    live('predictions', {
      label: { en: 'Predictions', fr: 'Prédictions' },
      requiredApi: 'User Profile API (US region), Activation add-on',
      actions: [getUserPrediction, listCohorts],
      note: {
        en: 'Read only: predictions are built in the app and synced to the Profile API, one user a call, not in the EU region. There, use the cohorts made from predictions.',
        fr: 'Lecture seule : les prédictions se créent dans l’application et se synchronisent avec la Profile API, un utilisateur par appel, hors région UE. Là, utilisez les cohortes issues de prédictions.',
      },
    }),
  ],
};
