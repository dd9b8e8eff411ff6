import './integrations.personal-data.js';
import './integrations.sealed.js';
import { Global, Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { Config, runtimeConfig } from '../kernel/config/index.js';
import { HttpClient } from '../kernel/http/index.js';
import { VendorNetwork } from './access/vendor-network.js';
import { IntegrationActions } from './actions/integration-actions.service.js';
import { AuthorizationRepository } from './authorization/authorization.repository.js';
import { AuthorizationStore } from './authorization/authorization-store.js';
import { Authorizations } from './authorization/authorizations.service.js';
import { IntegrationsService } from './catalogue/integrations.service.js';
import { ConnectionAccess } from './connections/connection-access.service.js';
import { ConnectionChronicle } from './connections/connection-chronicle.js';
import { ConnectionGrants } from './connections/connection-grants.js';
import { ConnectionStates } from './connections/connection-states.js';
import { ConnectionTests } from './connections/connection-tests.service.js';
import { ConnectionRepository } from './connections/connection.repository.js';
import { ConnectionsService } from './connections/connections.service.js';
import { Disconnection } from './connections/disconnection.service.js';
import { GrantRepository } from './connections/grant.repository.js';
import { VendorBudget } from './connections/vendor-budget.js';
import { VendorBudgetRepository } from './connections/vendor-budget.repository.js';
import { VendorCallLog } from './connections/vendor-call-log.js';
import { ConnectorRegistry } from './connector.registry.js';
import { integrationsConfig } from './integrations.config.js';
import { StandInInProduction } from './integrations.errors.js';
import { ConnectionVault } from './vault/connection-vault.js';
import { KeyRotationRepository } from './vault/rotation/key-rotation.repository.js';
import { KeyRotations } from './vault/rotation/key-rotation.service.js';
import { DeploymentAccounts } from './workspace-accounts/deployment-accounts.js';
import { WorkspaceAccounts } from './workspace-accounts/workspace-accounts.service.js';

const connections = [
  ConnectionVault,
  ConnectionRepository,
  GrantRepository,
  ConnectionGrants,
  VendorBudgetRepository,
  VendorBudget,
  VendorCallLog,
  ConnectionAccess,
  ConnectionChronicle,
  ConnectionsService,
  ConnectionStates,
  ConnectionTests,
  Disconnection,
];
const accounts = [DeploymentAccounts, WorkspaceAccounts];
const rotation = [KeyRotationRepository, KeyRotations];
const authorization = [AuthorizationRepository, AuthorizationStore, Authorizations];

/** Vendors, connections with them, and what agents do through these. Global for the modules above. */
@Global()
@Module({
  imports: [AgentsModule],
  providers: [
    ConnectorRegistry,
    IntegrationsService,
    ...connections,
    ...accounts,
    ...authorization,
    ...rotation,
    IntegrationActions,
    {
      provide: VendorNetwork,
      inject: [HttpClient, Config],
      useFactory: (http: HttpClient, config: Config) => {
        const { standInUrl } = config.get(integrationsConfig);
        if (standInUrl !== undefined && config.get(runtimeConfig).nodeEnv === 'production')
          throw new StandInInProduction();
        return new VendorNetwork(http, standInUrl);
      },
    },
  ],
  exports: [
    ConnectorRegistry,
    IntegrationsService,
    ...connections,
    ...authorization,
    ...rotation,
    WorkspaceAccounts,
    IntegrationActions,
  ],
})
export class IntegrationsModule {}
