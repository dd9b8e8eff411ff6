import { ResolveField, Resolver } from '@nestjs/graphql';
import { assertAllowed } from '../../kernel/auth/index.js';
import { contextOf, type GraphqlContext } from '../../kernel/graphql/index.js';
import { CallType } from '../../voice/index.js';
import { AppointmentType } from './graphql/appointment.type.js';
import { AppointmentLoaders } from './reading/appointment-loaders.js';

@Resolver(() => CallType)
export class CallAppointmentsResolver {
  constructor(private readonly loaders: AppointmentLoaders) {}

  @ResolveField(() => [AppointmentType], { description: 'Booked in the call, in the order of time.' })
  appointments({ uuid }: CallType, _args: unknown, context: GraphqlContext): Promise<AppointmentType[]> {
    assertAllowed(contextOf(context), { permission: 'calendar:read' });
    return this.loaders.ofCall(context, uuid);
  }
}
