import { Module } from '@nestjs/common';
import { CalendarModule } from './calendar.module.js';
import { LinkMembersProcessor } from './members/link-members.processor.js';
import { AbandonedAttempts } from './sync/attempts/abandoned-attempts.js';
import { DoubleBookings } from './sync/attempts/double-bookings.js';
import { FindAbandonedProcessor } from './sync/attempts/find-abandoned.processor.js';
import { SettleAttemptsProcessor } from './sync/attempts/settle-attempts.processor.js';
import { ReadBookingProcessor } from './sync/hints/read-booking.processor.js';
import { SecondLook } from './sync/hints/second-look.js';
import { AccountPolling } from './sync/polling/account-polling.js';
import { AccountScope } from './sync/polling/account-scope.js';
import { PageKeeper } from './sync/polling/page-keeper.js';
import { PlanPollingProcessor } from './sync/polling/plan-polling.processor.js';
import { PollAccountProcessor } from './sync/polling/poll-account.processor.js';
import { UnseenAppointments } from './sync/polling/unseen-appointments.js';
import { SyncUpkeep } from './sync/sync-upkeep.js';

const polling = [AccountScope, PageKeeper, UnseenAppointments, AccountPolling, SyncUpkeep];
const attempts = [DoubleBookings, AbandonedAttempts];
const processors = [
  ReadBookingProcessor,
  PlanPollingProcessor,
  PollAccountProcessor,
  FindAbandonedProcessor,
  SettleAttemptsProcessor,
];

/** What runs the jobs of the calendar. */
@Module({
  imports: [CalendarModule],
  providers: [LinkMembersProcessor, SecondLook, ...polling, ...attempts, ...processors],
})
export class CalendarWorkerModule {}
