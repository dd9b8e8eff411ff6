import { Injectable } from '@nestjs/common';
import { WorkspaceAccounts, type WorkspaceAccount } from '../../integrations/index.js';
import { Config } from '../../kernel/config/index.js';
import { deploymentWorkspaceId, type RequestContext } from '../../kernel/context/index.js';
import { calendarConfig } from '../calendar.config.js';
import { CalendarNotConnected } from '../calendar.errors.js';
import { CalComApi } from '../providers/calcom/calcom-api.js';
import type { CalendarAccount } from './calendar-account.js';

const calComKey = 'cal-com';

/** The accounts that workspaces book in: their own, else the deployment's. */
@Injectable()
export class CalendarAccounts {
  #deployment: Promise<CalendarAccount | null> | undefined;

  constructor(
    private readonly accounts: WorkspaceAccounts,
    private readonly config: Config,
  ) {}

  /** Null when there is none at all. */
  async find(ctx: RequestContext): Promise<CalendarAccount | null> {
    const own = await this.accounts.find(ctx, calComKey);
    return own ? toCalendarAccount(own, false) : this.deployment();
  }

  /** @throws CalendarNotConnected */
  async require(ctx: RequestContext): Promise<CalendarAccount> {
    const account = await this.find(ctx);
    if (!account) throw new CalendarNotConnected();
    return account;
  }

  /** The one that has this id; null when it is connected no more. */
  async of(ctx: RequestContext, accountId: string): Promise<CalendarAccount | null> {
    const [own, deployment] = [await this.accounts.find(ctx, calComKey), await this.deployment()];
    if (own?.id === accountId) return toCalendarAccount(own, false);
    return deployment?.id === accountId ? deployment : null;
  }

  /** The operator's own; null when the environment names none. */
  deployment(): Promise<CalendarAccount | null> {
    this.#deployment ??= this.openDeployment();
    return this.#deployment;
  }

  /** All accounts that are connected, each with the workspace that is asked for it; a scheduler's. */
  async all(ctx: RequestContext): Promise<{ workspaceId: string; accountId: string }[]> {
    const own = await this.accounts.workspacesWith(ctx, calComKey);
    const accounts = own.map(({ workspaceId, connectionId: accountId }) => ({ workspaceId, accountId }));
    const deployment = await this.deployment();
    return deployment ? [...accounts, { workspaceId: deploymentWorkspaceId, accountId: deployment.id }] : accounts;
  }

  private async openDeployment(): Promise<CalendarAccount | null> {
    const { apiKey, baseUrl, requestsPerMinute } = this.config.get(calendarConfig);
    if (!apiKey) return null;
    const values = { apiKey, requestsPerMinute: String(requestsPerMinute) };
    const account = { integrationId: calComKey, authMode: 'api_key', values, baseUrl };
    return toCalendarAccount(await this.accounts.deployment(account), true);
  }
}

function toCalendarAccount(account: WorkspaceAccount, shared: boolean): CalendarAccount {
  return {
    id: account.id,
    version: `${account.id} ${account.version}`,
    shared,
    api: ({ action, urgent }) => new CalComApi(account.client({ action, priority: urgent ? 'urgent' : 'background' })),
  };
}
