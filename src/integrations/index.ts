export { IntegrationActions, type ActionOrder } from './actions/integration-actions.service.js';
export { connectionExpired } from './integrations.events.js';
export { IntegrationsApiModule } from './integrations.api.module.js';
export { IntegrationsModule } from './integrations.module.js';
export { IntegrationsWorkerModule } from './integrations.worker.module.js';
