import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { createOpportunity } from './actions/create-opportunity.action.js';
import { createRecord } from './actions/create-record.action.js';
import { deleteRecord } from './actions/delete-record.action.js';
import { describeObject } from './actions/describe-object.action.js';
import { findReports } from './actions/find-reports.action.js';
import { getPipelineSummary } from './actions/get-pipeline-summary.action.js';
import { getRecord } from './actions/get-record.action.js';
import { listOpportunities } from './actions/list-opportunities.action.js';
import { listOpportunityStages } from './actions/list-opportunity-stages.action.js';
import { listReports } from './actions/list-reports.action.js';
import { logActivity } from './actions/log-activity.action.js';
import { queryRecords } from './actions/query-records.action.js';
import { runLargeReport } from './actions/run-large-report.action.js';
import { runReport } from './actions/run-report.action.js';
import { searchRecords } from './actions/search-records.action.js';
import { updateOpportunity } from './actions/update-opportunity.action.js';
import { updateRecord } from './actions/update-record.action.js';
import { upsertRecord } from './actions/upsert-record.action.js';

const crm = [
  searchRecords,
  queryRecords,
  getRecord,
  createRecord,
  updateRecord,
  upsertRecord,
  logActivity,
  describeObject,
  deleteRecord,
] as const;
const pipeline = [getPipelineSummary, listOpportunityStages] as const;
const opportunities = [listOpportunities, createOpportunity, updateOpportunity] as const;
const reports = [listReports, findReports, runReport, runLargeReport] as const;

export const buddyShare: AgentShare = {
  actions: [...crm, ...pipeline, ...opportunities, ...reports],
  capabilities: [
    live('crm', {
      label: { en: 'CRM', fr: 'CRM' },
      requiredApi:
        'Salesforce REST API (scope api); editions Enterprise, Unlimited, Developer, or Professional with the API add-on',
      actions: crm,
    }),
    live('pipeline', {
      label: { en: 'Pipeline', fr: 'Pipeline' },
      requiredApi: 'Salesforce REST API: query; read access to Opportunity',
      actions: pipeline,
    }),
    live('opportunities', {
      label: { en: 'Opportunities', fr: 'Opportunités' },
      requiredApi: 'Salesforce REST API: query, sObjects; read and edit access to Opportunity',
      actions: opportunities,
    }),
    live('custom_reports', {
      label: { en: 'Custom reports', fr: 'Rapports personnalisés' },
      requiredApi: 'Salesforce Reports and Dashboards REST API; permission Run Reports',
      actions: reports,
      note: {
        en: 'Reports are built in Salesforce; here they are found and run, with other filters if asked. For figures that no report has, query_records takes any SOQL query.',
        fr: 'Les rapports se créent dans Salesforce ; ici, ils sont trouvés et exécutés, avec d’autres filtres au besoin. Pour des chiffres qu’aucun rapport ne donne, query_records accepte toute requête SOQL.',
      },
    }),
  ],
};
