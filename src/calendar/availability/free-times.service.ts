import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../accounts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { EventTypes } from '../event-types/event-types.service.js';
import { Availability, type FreeSlot } from './availability.service.js';
import { assertSearchable, availabilityInput } from './availability-input.js';

/** What is free, for whoever looks for a time in a form. */
@Injectable()
export class FreeTimes {
  constructor(
    private readonly workspaces: AccountsFacade,
    private readonly accounts: CalendarAccounts,
    private readonly eventTypes: EventTypes,
    private readonly availability: Availability,
  ) {}

  /**
   * In the order of time.
   *
   * @throws InvalidInput, PeriodReversed, PeriodTooLong, EventTypeNotFound, CalendarNotConnected, HttpFailure
   */
  async find(ctx: RequestContext, input: unknown): Promise<FreeSlot[]> {
    const { eventTypeId, from, to, timeZone } = parseInput(availabilityInput, input);
    assertSearchable({ from, to });
    const account = await this.accounts.require(ctx);
    const eventType = await this.eventTypes.require(account, eventTypeId);
    const zone = timeZone ?? (await this.workspaces.findWorkspace(ctx)).timeZone;
    return this.availability.find(ctx, account, { eventType, from, to, timeZone: zone });
  }
}
