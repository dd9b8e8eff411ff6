import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { AccountMails } from '../mail/account-mails.js';
import { invitationsOf } from '../sessions/account-limits.js';
import { AttemptLimits } from '../sessions/attempt-limits.js';
import { WorkspaceRepository } from '../workspaces/workspace.repository.js';
import { WorkspaceNotFound } from '../workspaces/workspaces.errors.js';

/** Brings invitations to people: this server must not become a way to mail strangers. */
@Injectable()
export class InvitationCourier {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly workspaces: WorkspaceRepository,
    private readonly mails: AccountMails,
  ) {}

  /** Counts an invitation of the workspace. @throws RateLimited */
  async admit(ctx: RequestContext): Promise<void> {
    await this.limits.take([invitationsOf(ctx.workspaceId)]);
  }

  /** Writes the mail with the link, which leaves once the unit of work has committed. @returns the link. */
  async send(tx: RequestContext, { email, token }: { email: string; token: string }): Promise<string> {
    const workspace = await this.workspaces.findCurrent(tx);
    if (!workspace) throw new WorkspaceNotFound(tx.workspaceId);
    const link = this.mails.invitationLink(token);
    await this.mails.sendInvitation(tx, { email, link, workspace: workspace.name, locale: workspace.locale });
    return link;
  }
}
