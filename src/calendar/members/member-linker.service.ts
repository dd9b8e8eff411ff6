import { Injectable } from '@nestjs/common';
import { ContactsService } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import type { CalComMember } from '../providers/calcom/member.js';
import { digestOf, isFresh, type CheckedMember, type MembersRefusal, type SoughtContact } from './calendar-member.js';
import { CalendarMemberRepository } from './calendar-members.repository.js';
import { OrganizationMembers, refusalOf } from './organization-members.js';

/** What Cal.com has said of contacts. */
export interface LookedUp {
  sought: readonly SoughtContact[];
  /** By address. */
  found: ReadonlyMap<string, CalComMember> | MembersRefusal;
}

/** Several jobs may ask for the same contact: Cal.com is asked once. */
const sameQuestionMs = 60_000;

/** Looks contacts up among the members of the workspace's own account, by addresses that are surely theirs. */
@Injectable()
export class MemberLinker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly contacts: ContactsService,
    private readonly members: CalendarMemberRepository,
  ) {}

  /** Does nothing where the workspace has no account of its own. @throws HttpFailure: try again later. */
  async link(ctx: RequestContext, contactIds: readonly string[]): Promise<void> {
    const account = await this.accounts.find(ctx);
    if (!account || account.shared) return;
    const sought = await this.open(ctx, account, contactIds);
    if (sought.length === 0) return;
    const found = await find(account, sought);
    await this.store(ctx, account, { sought, found });
  }

  async store(ctx: RequestContext, account: CalendarAccount, { sought, found }: LookedUp): Promise<void> {
    await this.unitOfWork.run(ctx, async (tx) => {
      // Somebody may have been erased meanwhile.
      const known = await this.contacts.findByIds(
        tx,
        sought.map(({ contactId }) => contactId),
      );
      const checked = sought.filter(({ contactId }) => known.some(({ id }) => id === contactId));
      await this.members.store(
        tx,
        account.id,
        checked.map((each) => toChecked(each, found)),
      );
    });
  }

  /** Those that have an address and were not looked up just now. */
  private open(ctx: RequestContext, account: CalendarAccount, ids: readonly string[]): Promise<SoughtContact[]> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const contacts = await this.contacts.findByIds(tx, ids);
      const known = new Map((await this.members.find(tx, account.id, ids)).map((row) => [row.contactId, row]));
      return contacts
        .map(({ id, provenEmails }) => ({ contactId: id, emails: provenEmails }))
        .filter((each) => each.emails.length > 0 && !isFresh(known.get(each.contactId), each, sameQuestionMs));
    });
  }
}

async function find(account: CalendarAccount, sought: readonly SoughtContact[]): Promise<LookedUp['found']> {
  try {
    const organization = await OrganizationMembers.of(account, 'link_members');
    return await organization.find(sought.flatMap(({ emails }) => emails));
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) throw error;
    return refused;
  }
}

function toChecked({ contactId, emails }: SoughtContact, found: LookedUp['found']): Omit<CheckedMember, 'checkedAt'> {
  const emailsDigest = digestOf(emails);
  if (typeof found === 'string') return { contactId, emailsDigest, state: found, memberId: null };
  const [member] = emails.flatMap((email) => found.get(email) ?? []);
  return { contactId, emailsDigest, state: member ? 'LINKED' : 'NOT_A_MEMBER', memberId: member?.id ?? null };
}
