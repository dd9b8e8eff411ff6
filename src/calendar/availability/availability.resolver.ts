import { Args, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequirePermission } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { FreeTimes } from './free-times.service.js';
import { AvailabilityArgs } from './graphql/availability.args.js';
import { AvailableSlotType } from './graphql/available-slot.type.js';

@Resolver()
export class AvailabilityResolver {
  constructor(private readonly times: FreeTimes) {}

  @Query(() => [AvailableSlotType], { description: 'When an event type can be booked, in the order of time.' })
  @RequirePermission('calendar:read')
  availability(
    @Ctx() ctx: RequestContext,
    @Args() { eventTypeId, from, to, timeZone }: AvailabilityArgs,
  ): Promise<AvailableSlotType[]> {
    return this.times.find(ctx, { eventTypeId, from, to, timeZone });
  }
}
