import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { WorkspaceAccounts } from '../../../../integrations/index.js';
import type { Secret } from '../../../../kernel/config/index.js';
import { systemContext } from '../../../../kernel/context/index.js';

/** A token that was changed counts this much later at most. */
const lifetimeMs = 5_000;

/** The tokens by which Twilio signs what it sends for the accounts that workspaces have connected. */
@Injectable()
export class TwilioTokens {
  readonly #known = new LRUCache<string, readonly Secret[]>({ max: 2_000, ttl: lifetimeMs });

  constructor(private readonly accounts: WorkspaceAccounts) {}

  /** None where the workspace has no account, or has given a key of its API alone. */
  async of(workspaceId: string): Promise<readonly Secret[]> {
    const known = this.#known.get(workspaceId);
    if (known) return known;
    const ctx = systemContext({ actor: 'voice.twilio-tokens', workspaceId });
    const account = await this.accounts.find(ctx, 'twilio');
    const token = account?.client({ action: 'check_signature', priority: 'urgent' }).secret('authToken');
    const tokens = token ? [token] : [];
    this.#known.set(workspaceId, tokens);
    return tokens;
  }
}
