import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { systemContext } from '../../kernel/context/index.js';
import { ConnectionClient, type ClientUse } from '../access/connection-client.js';
import { ConnectionSettings } from '../access/connection-settings.js';
import { limitsOn } from '../access/limits-on.js';
import { VendorNetwork } from '../access/vendor-network.js';
import { VendorBudget } from '../connections/vendor-budget.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { AuthMode } from '../core/auth-mode.js';
import type { BaseUrl, Connector, PacedRequest } from '../core/connector.js';
import { CredentialValues } from '../core/credential-values.js';
import type { DeploymentAccountOptions, WorkspaceAccount } from './workspace-account.js';

/** Any fixed one: what is made of it and an integration's key is the name of its budget. */
const budgets = '6f1d2c52-9a43-4f0e-8b5e-3c0f6a7d1e94';

/** Accounts of the operator's environment: paced like a connection, with a history nowhere. */
@Injectable()
export class DeploymentAccounts {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly network: VendorNetwork,
    private readonly budget: VendorBudget,
  ) {}

  /** @throws Error for an integration or a way in that is not there: a fault of the caller. */
  async open({ integrationId, authMode, values, baseUrl }: DeploymentAccountOptions): Promise<WorkspaceAccount> {
    const declared = await this.registry.find(integrationId);
    if (!declared) throw new Error(`There is no integration "${integrationId}".`);
    const mode = plainMode(declared, authMode);
    const entered = new CredentialValues(mode.fields, new Map(Object.entries(values)));
    const shared = {
      connector: baseUrl === undefined ? declared : standingAt(declared, baseUrl),
      mode,
      values: entered,
      grants: undefined,
      network: baseUrl === undefined ? this.network : this.network.trusting(new URL(baseUrl).origin),
      journal: () => undefined,
    };
    const limited = { mode: mode.key, settings: new ConnectionSettings(entered, undefined) };
    const [ctx, account] = [systemContext({ actor: `deployment.${integrationId}` }), uuidv5(integrationId, budgets)];
    const client = (use: ClientUse) => {
      const pace = (request: PacedRequest) =>
        this.budget.spend(ctx, { account, limits: limitsOn(declared, limited, request), priority: use.priority });
      return new ConnectionClient({ ...shared, pace }, use);
    };
    return { id: 'deployment', version: 1, client };
  }
}

/** A token would have to be kept, and an environment keeps nothing. */
function plainMode({ key, auth }: Connector, authMode: string): AuthMode {
  const mode = auth.find((each) => each.key === authMode);
  if (!mode || mode.grant) throw new Error(`"${key}" has no way in "${authMode}" that does without a token.`);
  return mode;
}

/**
 * The same software at the operator's own address, and nowhere else. Where a vendor has several hosts, each one’s name is
 * the first part of its paths there: `/pricing.twilio.com/v2/…`.
 */
function standingAt(connector: Connector, baseUrl: string): Connector {
  const { bases } = connector;
  const isOne = Object.keys(bases).length === 1;
  const at = (base: BaseUrl) =>
    isOne || typeof base !== 'string' ? baseUrl : `${baseUrl.replace(/\/$/, '')}/${new URL(base).host}`;
  const standing = Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, at(base)]));
  return { ...connector, bases: { ...standing, main: at(bases.main) }, hosts: [new URL(baseUrl).hostname] };
}
