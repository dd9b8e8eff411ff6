import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import type { Locale, LocalizedText } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import type { ToolInvocation } from '../../voice/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import { CalendarAccounts } from '../accounts/calendar-accounts.service.js';
import { OpeningHours } from '../event-types/opening-hours.service.js';
import { EventTypes } from '../event-types/event-types.service.js';
import type { CalComSchedule } from '../providers/calcom/account.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { sentences } from './sentences.js';

/** Where a caller's words are understood: when and where they are said, and what can be booked. */
export interface Conversation {
  account: CalendarAccount;
  /** What the assistant offers; never empty. */
  eventTypes: readonly CalComEventType[];
  /** As far as they can be read: what can never be booked is never meant. */
  schedules: readonly CalComSchedule[];
  /** When it was said. */
  now: Date;
  /** IANA. */
  timeZone: string;
  locale: Locale;
  callKey: string;
}

/** What a tool has to say at once, since there is nothing more to do. */
export class Say {
  constructor(readonly text: LocalizedText) {}
}

/** Makes conversations of tool calls. */
@Injectable()
export class Conversations {
  constructor(
    private readonly accounts: CalendarAccounts,
    private readonly eventTypes: EventTypes,
    private readonly hours: OpeningHours,
  ) {}

  async open(ctx: RequestContext, invocation: ToolInvocation): Promise<Conversation | Say> {
    const account = await this.accounts.find(ctx);
    if (!account) return new Say(sentences.noCalendar);
    try {
      const eventTypes = await this.eventTypes.offered(ctx, account, invocation.assistant?.id ?? null);
      if (eventTypes.length === 0) return new Say(sentences.nothingOffered);
      const { at, timeZone, callKey } = invocation;
      const schedules = await this.hours.of(account);
      return { account, eventTypes, schedules, now: new Date(at), timeZone, locale: ctx.locale, callKey };
    } catch (error) {
      if (error instanceof HttpFailure) return new Say(sentences.calendarAway);
      throw error;
    }
  }
}
