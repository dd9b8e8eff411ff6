import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ContactNotFound, contactPrefix, ContactType, toContactType } from '../../contacts/index.js';
import { assertAllowed, Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, fromGlobalId, RequestLoader, type GraphqlContext } from '../../kernel/graphql/index.js';
import { CalendarMembers } from './calendar-members.service.js';
import { CalendarMemberType, toCalendarMemberType } from './graphql/calendar-member.type.js';
import { MemberLinks } from './member-links.service.js';

/** A contact's place in the organization in Cal.com: read once for a whole page, and only where it is asked for. */
@Resolver(() => ContactType)
export class ContactMemberResolver {
  readonly #members = new RequestLoader<ContactType, CalendarMemberType>(async (ctx, contacts) => {
    const sought = contacts.map(toSought);
    const { ownAccount, byContact } = await this.links.find(ctx, sought);
    return sought.map((each) => {
      const checked = byContact.get(each.contactId);
      return toCalendarMemberType(each, { checked, ownAccount, locale: ctx.locale });
    });
  });

  constructor(
    private readonly links: MemberLinks,
    private readonly members: CalendarMembers,
  ) {}

  @ResolveField(() => CalendarMemberType, {
    description: 'As it was last looked up in Cal.com; what is missing or old is looked up once it is read.',
  })
  calendarMember(contact: ContactType, _args: unknown, context: GraphqlContext): Promise<CalendarMemberType> {
    assertAllowed(contextOf(context), { permission: 'calendar:read' });
    return this.#members.load(context, contact);
  }

  @Mutation(() => ContactType, {
    description:
      'Invites a contact into the organization of the workspace’s own Cal.com account, which needs Cal.com’s ' +
      'Organizations plan. Who is a member already is linked.',
  })
  @RequirePermission('calendar:write')
  async inviteCalendarMember(
    @Ctx() ctx: RequestContext,
    @Args('contactId', { type: () => ID }) contactId: string,
  ): Promise<ContactType> {
    return toContactType(await this.members.invite(ctx, uuidOf(contactId)));
  }
}

function toSought({ id, emails, unprovenEmails }: ContactType) {
  return { contactId: uuidOf(id), emails: emails.filter((email) => !unprovenEmails.includes(email)) };
}

function uuidOf(id: string): string {
  return fromGlobalId(contactPrefix, id, () => new ContactNotFound(id));
}
