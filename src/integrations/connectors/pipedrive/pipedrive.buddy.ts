import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addNote } from './actions/add-note.action.js';
import { createActivity } from './actions/create-activity.action.js';
import { createDeal } from './actions/create-deal.action.js';
import { createPerson } from './actions/create-person.action.js';
import { deleteDeal } from './actions/delete-deal.action.js';
import { getForecast } from './actions/get-forecast.action.js';
import { getPipelineStatistics } from './actions/get-pipeline-statistics.action.js';
import { listActivities } from './actions/list-activities.action.js';
import { listActivityTypes } from './actions/list-activity-types.action.js';
import { listDealFields } from './actions/list-deal-fields.action.js';
import { listDeals } from './actions/list-deals.action.js';
import { listPipelines } from './actions/list-pipelines.action.js';
import { listUsers } from './actions/list-users.action.js';
import { searchItems } from './actions/search-items.action.js';
import { updateActivity } from './actions/update-activity.action.js';
import { updateDeal } from './actions/update-deal.action.js';

export const buddyShare: AgentShare = {
  actions: [
    searchItems,
    listDeals,
    createDeal,
    updateDeal,
    deleteDeal,
    listDealFields,
    createPerson,
    listActivities,
    createActivity,
    updateActivity,
    listActivityTypes,
    listPipelines,
    getForecast,
    getPipelineStatistics,
    addNote,
    listUsers,
  ],
  capabilities: [
    live('pipeline', {
      label: { en: 'Pipeline', fr: 'Pipeline' },
      requiredApi: 'Pipedrive API v2: pipelines, stages; v1: pipeline statistics; scope deals:read',
      actions: [listPipelines, getPipelineStatistics, updateDeal],
    }),
    live('deals', {
      label: { en: 'Deals', fr: 'Affaires' },
      requiredApi:
        'Pipedrive API v2: deals, persons, itemSearch, dealFields; v1: notes; scopes deals:full, contacts:full, search:read',
      actions: [listDeals, createDeal, updateDeal, deleteDeal, searchItems, createPerson, addNote, listDealFields],
    }),
    live('activities_and_tasks', {
      label: { en: 'Activities and tasks', fr: 'Activités et tâches' },
      requiredApi: 'Pipedrive API v2: activities; v1: activityTypes, users; scopes activities:full, users:read',
      actions: [listActivities, createActivity, updateActivity, listActivityTypes, listUsers],
    }),
    live('forecasting', {
      label: { en: 'Forecasting', fr: 'Prévisions' },
      requiredApi: 'Pipedrive API v1: deals timeline and summary; scope deals:read',
      actions: [getForecast],
      note: {
        en: 'Totals by expected close date, computed from the deals: the Forecast view of the app has no API of its own.',
        fr: 'Totaux par date de clôture prévue, calculés à partir des affaires : la vue Prévisions de l’application n’a pas d’API propre.',
      },
    }),
  ],
};
