import { Injectable } from '@nestjs/common';
import { WorkspaceDirectory } from '../../accounts/index.js';
import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { WebhookAddresses, type WebhookAddress } from '../../webhooks/index.js';
import { WorkspaceUnknown, SettingMissing } from './set-up.errors.js';

/** Whose accounts are set up. */
export interface SetUpScope {
  ctx: RequestContext;
  /** Null for the deployment. */
  workspaceName: string | null;
}

const actor = 'calendar.set-up';
const uuid = /^(?:workspace_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const longText = {
  en: 'Set it to a long random text, for the server too, and start that anew.',
  fr: 'Donnez-lui un long texte aléatoire, pour le serveur aussi, et redémarrez celui-ci.',
};

/** Finds the workspace that is meant, and its addresses. */
@Injectable()
export class SetUpScopes {
  constructor(
    private readonly workspaces: WorkspaceDirectory,
    private readonly addresses: WebhookAddresses,
  ) {}

  /** @throws WorkspaceUnknown */
  async find(nameOrId: string | undefined): Promise<SetUpScope> {
    if (nameOrId === undefined) return { ctx: systemContext({ actor }), workspaceName: null };
    const all = systemContext({ actor, access: 'admin' });
    const [, id] = uuid.exec(nameOrId) ?? [];
    const found =
      id === undefined
        ? await this.workspaces.findAcrossTenantsByName(all, nameOrId)
        : await this.workspaces.findByIds(all, [id]);
    const [workspace] = found;
    if (!workspace || found.length > 1) throw new WorkspaceUnknown(found.length);
    return { ctx: systemContext({ actor, workspaceId: workspace.id }), workspaceName: workspace.name };
  }

  /**
   * The deployment’s address for an account of the deployment, else the workspace’s own.
   *
   * @param shared Whether the account is the deployment’s.
   * @returns null for an endpoint of the workspace that is not there yet.
   * @throws SettingMissing
   */
  async address(
    ctx: RequestContext,
    { source, shared }: { source: string; shared: boolean },
  ): Promise<WebhookAddress | null> {
    if (!shared) return this.addresses.find(ctx, source);
    const { url, secret } = this.addresses.deployment(source);
    if (!secret) throw new SettingMissing(source === 'vapi' ? 'VAPI_WEBHOOK_SECRET' : 'CAL_WEBHOOK_SECRET', longText);
    return { url, secret };
  }

  /** Opens the workspace’s own. */
  open(ctx: RequestContext, source: string): Promise<WebhookAddress> {
    return this.addresses.open(ctx, source);
  }
}
