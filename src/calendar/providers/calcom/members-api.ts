import { route } from '../../../kernel/http/index.js';
import { memberExists, planLacking } from './calcom-refusals.js';
import type { CalComRequests, CallLimits } from './calcom-requests.js';
import { memberReply, membersReply, type CalComMember } from './member.js';

/** Cal.com asks new members for their names itself. */
export interface NewMember {
  readonly email: string;
  readonly username?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly locale?: string | undefined;
}

/**
 * Members of an organization: https://cal.com/docs/api-reference/v2/orgs-users
 * Each throws PlanLacksOrganization where the account has none that can be reached by API.
 */
export class MembersApi {
  constructor(
    private readonly requests: CalComRequests,
    private readonly organizationId: number,
  ) {}

  async find(emails: readonly string[], { timeoutMs }: CallLimits = {}): Promise<readonly CalComMember[]> {
    if (emails.length === 0) return [];
    return this.requests.get(route`/v2/organizations/${this.organizationId}/users`, {
      // Each apart: Cal.com takes a list in one text for one address.
      query: { emails },
      reply: membersReply,
      timeoutMs,
      readings: [planLacking],
    });
  }

  /** Invites by e-mail. @throws MemberExists */
  create(member: NewMember, { timeoutMs }: CallLimits = {}): Promise<CalComMember> {
    const path = route`/v2/organizations/${this.organizationId}/users`;
    const readings = [planLacking, memberExists];
    return this.requests.post(path, { json: { ...member }, reply: memberReply, timeoutMs, readings });
  }

  update(id: number, changes: Partial<NewMember>, { timeoutMs }: CallLimits = {}): Promise<CalComMember> {
    const path = route`/v2/organizations/${this.organizationId}/users/${id}`;
    const readings = [planLacking, memberExists];
    return this.requests.patch(path, { json: { ...changes }, reply: memberReply, timeoutMs, readings });
  }
}
