import { HttpFailure } from '../../kernel/http/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { MemberExists, PlanLacksOrganization } from '../providers/calcom/calcom.errors.js';
import type { CalComMember } from '../providers/calcom/member.js';
import type { MembersApi, NewMember } from '../providers/calcom/members-api.js';
import type { MembersRefusal } from './calendar-member.js';

const limits = { timeoutMs: 10_000 };
/** They all stand in the address of one request. */
const addressesAtOnce = 20;

/** Why the members cannot be read, where that is an answer; null for what may be otherwise in a moment. */
export function refusalOf(error: unknown): MembersRefusal | null {
  if (error instanceof PlanLacksOrganization) return 'PLAN_LACKS_ORGANIZATION';
  return error instanceof HttpFailure && error.status === 403 ? 'NOT_ALLOWED' : null;
}

/** The members of the organization that an account belongs to. */
export class OrganizationMembers {
  private constructor(private readonly api: MembersApi) {}

  /** @throws PlanLacksOrganization, HttpFailure */
  static async of(account: CalendarAccount, action: string): Promise<OrganizationMembers> {
    const api = account.api({ action, urgent: false });
    return new OrganizationMembers(api.members(await api.me(limits)));
  }

  /** By their addresses in lower case. @throws PlanLacksOrganization, HttpFailure */
  async find(emails: readonly string[]): Promise<ReadonlyMap<string, CalComMember>> {
    const found = new Map<string, CalComMember>();
    for (let from = 0; from < emails.length; from += addressesAtOnce) {
      const members = await this.api.find(emails.slice(from, from + addressesAtOnce), limits);
      for (const member of members) found.set(member.email.toLowerCase(), member);
    }
    return found;
  }

  /** Invites by e-mail; whoever is a member already is as good. @throws PlanLacksOrganization, OutcomeUnknown, HttpFailure */
  async invite(member: NewMember): Promise<CalComMember> {
    try {
      return await this.api.create(member, limits);
    } catch (error) {
      const known = error instanceof MemberExists ? (await this.find([member.email])).get(member.email) : undefined;
      if (!known) throw error;
      return known;
    }
  }
}
