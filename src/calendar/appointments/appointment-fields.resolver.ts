import { ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoaders, WorkspaceType } from '../../accounts/index.js';
import { ContactLoaders, ContactType } from '../../contacts/index.js';
import { assertAllowed } from '../../kernel/auth/index.js';
import { contextOf, type GraphqlContext } from '../../kernel/graphql/index.js';
import { CallLoader, CallType } from '../../voice/index.js';
import { AppointmentType } from './graphql/appointment.type.js';
import { AppointmentLoaders } from './reading/appointment-loaders.js';

/** What stands beside an appointment's own row: read once for a whole page, and only where it is asked for. */
@Resolver(() => AppointmentType)
export class AppointmentFieldsResolver {
  constructor(
    private readonly accounts: AccountLoaders,
    private readonly contacts: ContactLoaders,
    private readonly calls: CallLoader,
    private readonly appointments: AppointmentLoaders,
  ) {}

  @ResolveField(() => WorkspaceType)
  workspace(appointment: AppointmentType, _args: unknown, context: GraphqlContext): Promise<WorkspaceType | null> {
    return this.accounts.workspace(context, appointment.workspaceId);
  }

  @ResolveField(() => ContactType, {
    nullable: true,
    description: 'Whoever booked. Null where several people have a place of their own in it.',
  })
  contact({ contactId }: AppointmentType, _args: unknown, context: GraphqlContext): Promise<ContactType | null> | null {
    assertAllowed(contextOf(context), { permission: 'contacts:read' });
    return contactId === null ? null : this.contacts.contact(context, contactId);
  }

  @ResolveField(() => CallType, {
    nullable: true,
    description: 'In which it was booked; null when it was not by voice.',
  })
  call({ callId }: AppointmentType, _args: unknown, context: GraphqlContext): Promise<CallType | null> | null {
    assertAllowed(contextOf(context), { permission: 'calls:read' });
    return callId === null ? null : this.calls.load(context, callId);
  }

  @ResolveField(() => AppointmentType, { nullable: true, description: 'What it was before it was moved.' })
  rescheduledFrom(
    { workspaceId, rescheduledFromUid }: AppointmentType,
    _args: unknown,
    context: GraphqlContext,
  ): Promise<AppointmentType | null> | null {
    return rescheduledFromUid === null ? null : this.appointments.linked(context, workspaceId, rescheduledFromUid);
  }

  @ResolveField(() => AppointmentType, { nullable: true, description: 'What it became when it was moved.' })
  rescheduledTo(
    { workspaceId, rescheduledToUid }: AppointmentType,
    _args: unknown,
    context: GraphqlContext,
  ): Promise<AppointmentType | null> | null {
    return rescheduledToUid === null ? null : this.appointments.linked(context, workspaceId, rescheduledToUid);
  }
}
