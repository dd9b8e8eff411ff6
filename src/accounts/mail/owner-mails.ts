import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, toLocale } from '../../kernel/errors/index.js';
import { MembershipRepository } from '../members/membership.repository.js';
import { UserRepository } from '../users/user.repository.js';
import type { MailText } from './mail-text.js';
import { OutgoingMails } from './outbox/outgoing-mails.js';

/** Mails of other modules to the owners of a workspace, each in the reader's language. */
@Injectable()
export class OwnerMails {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly users: UserRepository,
    private readonly outgoing: OutgoingMails,
  ) {}

  /**
   * Writes one to every owner in the unit of work that causes it; they leave once it has committed.
   *
   * @returns how many owners it goes to.
   */
  async write(tx: RequestContext, { subject, text }: MailText): Promise<number> {
    const members = await this.memberships.findOfWorkspaces(tx, [tx.workspaceId]);
    const ownerIds = members.filter(({ role }) => role === 'OWNER').map(({ userId }) => userId);
    const owners = await this.users.findVisible(tx, ownerIds);
    for (const { email, locale: tag } of owners) {
      const locale = toLocale(tag);
      await this.outgoing.write(tx, { to: email, subject: inLocale(subject, locale), text: inLocale(text, locale) });
    }
    return owners.length;
  }
}
