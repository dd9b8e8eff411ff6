import { Injectable } from '@nestjs/common';
import { ContactNotFound, contactPrefix, ContactsService, type KnownContact } from '../../contacts/index.js';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { MemberNeedsAddress, MembersNeedOwnAccount } from '../calendar.errors.js';
import type { CalComMember } from '../providers/calcom/member.js';
import { MemberLinker } from './member-linker.service.js';
import { OrganizationMembers, refusalOf } from './organization-members.js';

/** Brings contacts into the organization in Cal.com. For people only: whoever telephones is no colleague for having said so. */
@Injectable()
export class CalendarMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly contacts: ContactsService,
    private readonly linker: MemberLinker,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Cal.com sends the invitation, to an address that a person of the workspace has entered. Who is a member already is
   * linked, so that it can be asked twice.
   *
   * @throws ContactNotFound, MemberNeedsAddress, CalendarNotConnected, MembersNeedOwnAccount, PlanLacksOrganization,
   * OutcomeUnknown, HttpFailure
   */
  async invite(ctx: RequestContext, contactId: string): Promise<KnownContact> {
    assertWorkspaceEntered(ctx);
    const [contact] = await this.contacts.findByIds(ctx, [contactId]);
    if (!contact) throw new ContactNotFound(contactId);
    if (contact.provenEmails.length === 0) throw new MemberNeedsAddress();
    const account = await this.accounts.require(ctx);
    if (account.shared) throw new MembersNeedOwnAccount();
    const member = await this.bring(ctx, account, contact);
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.linker.store(tx, account, {
        sought: [toSought(contact)],
        found: new Map(contact.provenEmails.slice(0, 1).map((email) => [email, member])),
      });
      const targetId = toGlobalId(contactPrefix, contactId);
      await this.audit.record(tx, { action: 'calendar_member.invited', targetId, details: { memberId: member.id } });
    });
    return contact;
  }

  private async bring(ctx: RequestContext, account: CalendarAccount, contact: KnownContact): Promise<CalComMember> {
    const { provenEmails, timeZone } = contact;
    try {
      const organization = await OrganizationMembers.of(account, 'invite_member');
      const [known] = (await organization.find(provenEmails)).values();
      const [email = ''] = provenEmails;
      return known ?? (await organization.invite({ email, timeZone: timeZone ?? undefined, locale: ctx.locale }));
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) await this.linker.store(ctx, account, { sought: [toSought(contact)], found: refused });
      throw error;
    }
  }
}

function toSought({ id: contactId, provenEmails: emails }: KnownContact) {
  return { contactId, emails };
}
