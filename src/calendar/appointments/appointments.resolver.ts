import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { contactPrefix } from '../../contacts/index.js';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import {
  fromGlobalId,
  NodeResolver,
  pageOf,
  splitGlobalId,
  type NodeSource,
  type Page,
} from '../../kernel/graphql/index.js';
import { fromCallId } from '../../voice/index.js';
import { appointmentPrefix } from './appointment-id.js';
import { AppointmentLists } from './appointment-lists.js';
import { AppointmentConnection, AppointmentType } from './graphql/appointment.type.js';
import { AppointmentsArgs, type AppointmentFilterInput } from './graphql/appointments.args.js';
import type { AppointmentFilter } from './reading/appointment-filter.js';

@Resolver(() => AppointmentType)
@NodeResolver(appointmentPrefix, { type: () => AppointmentType, access: { permission: 'calendar:read' } })
export class AppointmentsResolver implements NodeSource {
  constructor(private readonly lists: AppointmentLists) {}

  @Query(() => AppointmentConnection, {
    name: 'appointments',
    description: 'Appointments in the order of time. Give `filter.from` for those that are to come.',
  })
  @RequirePermission('calendar:read')
  list(@Ctx() ctx: RequestContext, @Args() args: AppointmentsArgs): Promise<Page<AppointmentType>> {
    return this.lists.page(ctx, pageOf(args), toFilter(args.filter ?? {}));
  }

  @Query(() => AppointmentType, {
    nullable: true,
    description: 'Null for one that does not exist, or is gone from its calendar.',
  })
  @RequirePermission('calendar:read')
  async appointment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AppointmentType | null> {
    const parts = splitGlobalId(id);
    return parts?.prefix === appointmentPrefix ? this.lists.find(ctx, parts.id) : null;
  }

  findNode(ctx: RequestContext, id: string): Promise<AppointmentType | null> {
    return this.lists.find(ctx, id);
  }
}

/** @throws CallNotFound, NodeNotFound for what is no id of a call or a contact. */
function toFilter({ callId, contactId, ...filter }: AppointmentFilterInput): AppointmentFilter {
  return {
    ...filter,
    callId: callId === null || callId === undefined ? undefined : fromCallId(callId),
    contactId: contactId === null || contactId === undefined ? undefined : fromGlobalId(contactPrefix, contactId),
  };
}
