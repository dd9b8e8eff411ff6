import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit, UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { Jobs } from '../../kernel/queue/index.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { digestOf, isFresh, type CheckedMember, type SoughtContact } from './calendar-member.js';
import { CalendarMemberRepository } from './calendar-members.repository.js';
import { linkMembersJob, mostContactsAtOnce } from './link-members.job.js';

/** What is known of contacts as members, and why it may be nothing. */
export interface KnownMembers {
  /** Whether the workspace has a Cal.com account of its own, whose members can be known. */
  ownAccount: boolean;
  byContact: ReadonlyMap<string, CheckedMember>;
}

/** Who comes and goes among the members of an account is seen this much later at most. */
const lookAgainAfterMs = 24 * 3_600_000;

/** Which contacts are members of the organization in Cal.com, as far as it was looked up; asks for it where it was not. */
@Injectable()
export class MemberLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: CalendarAccounts,
    private readonly members: CalendarMemberRepository,
    private readonly jobs: Jobs,
    private readonly log: AppLogger,
  ) {}

  /** From what is stored; what is missing or old is looked up in the background, for the next time. */
  async find(ctx: RequestContext, contacts: readonly SoughtContact[]): Promise<KnownMembers> {
    const ids = contacts.map(({ contactId }) => contactId);
    if (ctx.access === 'admin') {
      const rows = await this.unitOfWork.run(ctx, (tx) => this.members.findAcrossTenants(tx, ids));
      return { ownAccount: true, byContact: answersOf(rows, contacts) };
    }
    const account = await this.accounts.find(ctx);
    if (!account || account.shared) return { ownAccount: false, byContact: new Map() };
    const rows = await this.unitOfWork.run(ctx, (tx) => this.members.find(tx, account.id, ids));
    const known = answersOf(rows, contacts);
    const open = contacts.filter(
      (each) => each.emails.length > 0 && !isFresh(known.get(each.contactId), each, lookAgainAfterMs),
    );
    this.look(ctx, [...new Set(open.map(({ contactId }) => contactId))]);
    return { ownAccount: true, byContact: known };
  }

  /** Once the unit of work has committed; nobody waits for it. */
  lookLater(tx: RequestContext, contactIds: readonly string[]): void {
    afterCommit(tx, () => this.look({ ...tx, tx: undefined }, contactIds));
  }

  private look(ctx: RequestContext, contactIds: readonly string[]): void {
    const [now, later] = [contactIds.slice(0, mostContactsAtOnce), contactIds.slice(mostContactsAtOnce)];
    if (now.length === 0) return;
    // Whoever reads them next asks again.
    this.jobs
      .add(ctx, linkMembersJob, { contactIds: now })
      .catch((error: unknown) => this.log.warn('calendar.link_members_not_queued', { error }));
    this.look(ctx, later);
  }
}

/** What was found by other addresses than those of now is no answer. */
function answersOf(
  rows: readonly CheckedMember[],
  contacts: readonly SoughtContact[],
): ReadonlyMap<string, CheckedMember> {
  const digests = new Map(contacts.map(({ contactId, emails }) => [contactId, digestOf(emails)]));
  const answers = rows.filter(({ contactId, emailsDigest }) => digests.get(contactId) === emailsDigest);
  return new Map(answers.map((row) => [row.contactId, row]));
}
