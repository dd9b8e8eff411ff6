import { Injectable } from '@nestjs/common';
import { WorkspaceAccounts, type Priority, type WorkspaceAccount } from '../../../integrations/index.js';
import { Config } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { TwilioApi } from './api/twilio-api.js';
import { twilioConfig } from './twilio.config.js';

const twilioKey = 'twilio';

/** The Twilio account that a workspace's numbers are in. */
export interface TwilioAccount {
  /** Of its connection, or `deployment`. */
  id: string;
  /** The operator's, in which numbers of other workspaces are too. */
  shared: boolean;
  /**
   * @param action What for, as the history of the connection shows it: `import_number`.
   * @param priority Whether somebody waits; nobody does unless said otherwise.
   */
  api(action: string, priority?: Priority): TwilioApi;
}

/** The Twilio accounts that workspaces work with: their own, else the deployment's. */
@Injectable()
export class TwilioAccounts {
  #deployment: Promise<TwilioAccount | null> | undefined;

  constructor(
    private readonly accounts: WorkspaceAccounts,
    private readonly config: Config,
  ) {}

  /** Null when there is none at all. */
  async find(ctx: RequestContext): Promise<TwilioAccount | null> {
    const own = await this.accounts.find(ctx, twilioKey);
    return own ? toTwilioAccount(own, false) : this.deployment();
  }

  /** The one that has this id; null when it is connected no more. */
  async of(ctx: RequestContext, accountId: string): Promise<TwilioAccount | null> {
    const [own, deployment] = [await this.accounts.find(ctx, twilioKey), await this.deployment()];
    if (own?.id === accountId) return toTwilioAccount(own, false);
    return deployment?.id === accountId ? deployment : null;
  }

  /** The operator's own; null when the environment names none. */
  deployment(): Promise<TwilioAccount | null> {
    this.#deployment ??= this.openDeployment();
    return this.#deployment;
  }

  private async openDeployment(): Promise<TwilioAccount | null> {
    const { accountSid, authToken, baseUrl } = this.config.get(twilioConfig);
    if (accountSid === undefined || !authToken) return null;
    const place = new URL(baseUrl).hostname === 'api.twilio.com' ? undefined : baseUrl;
    const values = { accountSid, authToken };
    const account = { integrationId: twilioKey, authMode: 'auth_token', values, baseUrl: place };
    return toTwilioAccount(await this.accounts.deployment(account), true);
  }
}

function toTwilioAccount(account: WorkspaceAccount, shared: boolean): TwilioAccount {
  return {
    id: account.id,
    shared,
    // Twilio takes no idempotency keys, so a write is never sent again by itself: a second number would be paid for.
    api: (action, priority = 'background') => new TwilioApi(account.client({ action, priority })),
  };
}
