import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import {
  Connection,
  fromGlobalId,
  NodeResolver,
  PageArgs,
  pageOf,
  type NodeSource,
  type Page,
} from '../../kernel/graphql/index.js';
import { ContactNotFound } from '../contacts.errors.js';
import { ContactsService } from './contacts.service.js';
import { ContactInput } from './graphql/contact.input.js';
import { contactPrefix, ContactType, toContactType } from './graphql/contact.type.js';

const ContactConnection = Connection(ContactType);

@ArgsType()
class ContactsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'A part of a name, an e-mail address or a number, whatever accents and case.',
  })
  search?: string | null;
}

@Resolver(() => ContactType)
@NodeResolver(contactPrefix, { type: () => ContactType, access: { permission: 'contacts:read' } })
export class ContactsResolver implements NodeSource {
  constructor(private readonly service: ContactsService) {}

  @Query(() => ContactConnection, { description: 'Who calls, books, is remembered; newest first.' })
  @RequirePermission('contacts:read')
  contacts(@Ctx() ctx: RequestContext, @Args() args: ContactsArgs): Promise<Page<ContactType>> {
    return this.service.list(ctx, pageOf(args), args.search ?? undefined);
  }

  @Mutation(() => ContactType, {
    description: 'Adds a person. A number or address that another contact has is refused.',
  })
  @RequirePermission('contacts:write')
  async createContact(@Ctx() ctx: RequestContext, @Args('input') input: ContactInput): Promise<ContactType> {
    return toContactType(await this.service.create(ctx, input));
  }

  @Mutation(() => ContactType, { description: 'Changes what is given and leaves the rest; lists are replaced whole.' })
  @RequirePermission('contacts:write')
  async updateContact(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ContactInput,
  ): Promise<ContactType> {
    return toContactType(await this.service.update(ctx, contactId(id), input));
  }

  @Mutation(() => ID, {
    description:
      'Erases the person’s data in contacts, calls, transcripts, messages, appointments and stored events. The calls and ' +
      'their costs stay. It cannot be undone.',
  })
  @RequirePermission('contacts:erase')
  async eraseContact(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.service.erase(ctx, contactId(id));
    return id;
  }

  async findNode(ctx: RequestContext, id: string): Promise<ContactType | null> {
    const [contact] = await this.service.findByIds(ctx, [id]);
    return contact ? toContactType(contact) : null;
  }
}

function contactId(id: string): string {
  return fromGlobalId(contactPrefix, id, () => new ContactNotFound(id));
}
