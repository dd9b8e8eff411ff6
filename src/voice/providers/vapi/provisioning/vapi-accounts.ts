import { Injectable } from '@nestjs/common';
import { WorkspaceAccounts, type Priority, type WorkspaceAccount } from '../../../../integrations/index.js';
import { Config } from '../../../../kernel/config/index.js';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { vapiConfig } from '../vapi.config.js';
import { VapiApi } from './vapi-api.js';

const vapiKey = 'vapi';

/** The Vapi account that a workspace's assistants live in. */
export interface VapiAccount {
  /** The operator's, in which those of other workspaces live too. */
  shared: boolean;
  /**
   * @param action What for, as the history of the connection shows it: `set_up`.
   * @param priority `background` unless somebody waits on the telephone.
   */
  api(action: string, priority?: Priority): VapiApi;
}

/** The Vapi accounts that workspaces work with: their own, else the deployment's. */
@Injectable()
export class VapiAccounts {
  constructor(
    private readonly accounts: WorkspaceAccounts,
    private readonly config: Config,
  ) {}

  /** Null when there is none at all. */
  async find(ctx: RequestContext): Promise<VapiAccount | null> {
    const own = await this.accounts.find(ctx, vapiKey);
    return own ? toVapiAccount(own, false) : this.deployment();
  }

  /** The operator's own; null when the environment names none. */
  async deployment(): Promise<VapiAccount | null> {
    const { apiKey, baseUrl } = this.config.get(vapiConfig);
    if (!apiKey) return null;
    const account = { integrationId: vapiKey, authMode: 'api_key', values: { apiKey }, baseUrl };
    return toVapiAccount(await this.accounts.deployment(account), true);
  }
}

function toVapiAccount(account: WorkspaceAccount, shared: boolean): VapiAccount {
  // A write is never sent twice: Vapi takes no idempotency keys, and a second tool would stay unseen.
  return {
    shared,
    api: (action, priority = 'background') => new VapiApi(account.client({ action, priority })),
  };
}
